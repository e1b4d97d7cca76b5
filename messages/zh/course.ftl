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
