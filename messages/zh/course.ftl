# 课程：各组课、所需时间、适合的人。

course-group-start = 从这里开始
course-group-mazur = Mazur 的网络
course-group-losses = 损失与数据
course-group-optimizers = 学习率与优化器
course-group-trouble = 会出什么问题
course-group-arrays = 卷积、序列、注意力
course-group-unsorted = 你自己的场景
course-group-published = 已发表的例子，重新计算
course-purpose-start = 什么是导数，链式法则怎样起作用，一个神经元怎样学习。
course-purpose-mazur = 用手算完一个完整的网络，再看训练偏置、笔算舍入和一个常见的错误。
course-purpose-losses = 别的损失和激活函数，多个样本，分批与验证。
course-purpose-optimizers = 每步走多远：学习率、动量、Adagrad、RMSprop、Adam。
course-purpose-trouble = 训练为什么会失败，怎样从数字中看出来。
course-purpose-arrays = 同样的链式法则，用在图像和序列上。
course-steps = { $count } 步
course-minutes = { $count } 分钟
course-lessons = { $count } 课
course-sources = { $count } 个来源
course-level-beginner = 入门
course-level-intermediate = 中级
course-level-advanced = 高级
course-source-unknown = 没有注明来源
course-unreadable = 无法读取：`handgrad check` 会说明原因
course-list-published = { $count } 个已发表的例子，重新计算：`handgrad list --published`
course-list-open = 用 `handgrad 名字` 打开一课。
course-nothing-in-folder = 这个文件夹里没有场景：一课就是一个以 .yaml 结尾的文件。

# 屏幕上的课程。

course-welcome = 第一次来？这些课从一个导数讲到完整的网络，每一位数字都算出来。
course-welcome-keys = 按 { $key } 打开下面标出的课；{ $down } 和 ↑ 选择别的课。
course-continue = 继续
course-next = 下一课
course-done = 已完成 { $done }/{ $all }
course-left = 第 { $step } 步，共 { $steps } 步
course-left-epoch = 第 { $epoch } 轮第 { $step } 步，共 { $steps } 步
course-search = 搜索：
course-found = 找到 { $count } 课
course-nothing-found = 没有找到。退格键删字，Esc 结束搜索。
course-published-purpose = 书籍、文章和教程里的数，精确地重新计算：哪些对，哪些舍入过，哪些有误。

# 一课的第一页。

opening-given = 已知
opening-sample = 样本
opening-sample-number = 样本 { $number }
opening-bias = 偏置 { $bias }
opening-shared-bias = 共用偏置 { $bias }
opening-more = { "    " }另有 { $count } 个
opening-source = 出处：{ $source }
opening-errata = 原文印出的数有 { $count } 个是错的；数表（{ $key }）会指出是哪些以及原因。
opening-keys = { $next } 到下一步，{ $back } 退回一步，{ $steps } 列出所有步骤，{ $help } 列出所有按键。

# 一课的最后一页。

ending-epoch = 第 { $epoch } 轮完成
ending-before = 之前
ending-after = 之后
ending-by = { $direction ->
    [fell] 下降了 { $by }
    [rose] 上升了 { $by }
   *[same] 没有变化
}
ending-largest = 变化最大
ending-more = 另有 { $count } 个参数
ending-try = 自己试一试（{ $key }）：{ $question }
ending-next = { $key }：下一课，{ $title }

# 注释指向的页面。

see-pointer = 按 { $key } 查看{ $what }。
see-steps = 所有步骤的列表
see-table = 所有数值的表格
see-check = 把参数稍微移动来检验这个梯度
see-what-if = 自己改一个数会怎样
see-training = 损失怎样逐轮变化
see-parameters = 参数怎样逐轮移动
see-answers = 训练之后网络的输出图
see-slice = 损失随这个参数的变化，以及它的最低点
see-rates = 别的学习率下的同一课
see-runs = 几次运行的对比
