# 对手算结果的评判。

marking-right = 正确
marking-cut = 正确（截断）
marking-rounded = 正确（中间有舍入）
marking-follows = 承前错误
marking-convention = 另一种约定
marking-mistake = 有误
marking-too-few-digits = 位数太少
marking-missing = 未填
marking-wrong = 错误
marking-undecided = 无法判定

marking-cause-and-rounding = { $slip }，并且中间结果{ $decimals ->
    [0] 只取到整数
   *[other] 只保留了 { $decimals } 位小数
}
marking-causes = { $first }；或者{ $second }
marking-early-rounding = 过早舍入
marking-early-rounding-to = 中间结果{ $decimals ->
    [0] 只取到整数
   *[other] 只保留了 { $decimals } 位小数
}
marking-sign-lost = 丢了符号
marking-digits-transposed = 两个数字写颠倒了
marking-point-slipped = 小数点错位

marking-too-early = 过早用了更新后的权重
marking-ascent = 本该下降却做了上升
marking-half-forgotten = 忘了损失中的 ½
marking-output-slope-forgotten = 输出层忘了乘激活函数的导数
marking-hidden-slope-forgotten = 隐藏层忘了乘激活函数的导数
marking-net-for-out = 求激活函数的导数时把 out 当成了 net
marking-bias-forgotten = 忘了偏置
marking-bias-times-input = 把偏置乘上了输入
marking-one-path = 只算了一条路径
marking-transposed-weight = 权重矩阵的行列弄反了
marking-target-minus-out = 把 out − target 写成了 target − out
marking-rate-forgotten = 忘了学习率
marking-rate-twice = 学习率乘了两次
marking-mean-for-sum = 该求和却取了平均
marking-sum-for-mean = 该取平均却求了和
marking-log-ten = 把 ln 算成了以 10 为底的对数
marking-softmax-without-exp = Softmax 没有取指数
marking-mask-forgotten = 单元已截止，却仍让梯度通过
marking-divided = 链式法则该乘却除了

marking-biases-trained = 偏置也训练，每个神经元各有自己的偏置
marking-shared-biases-trained = 偏置也训练，共享的偏置按各神经元之和更新
marking-mean-over-outputs = 损失取各输出的平均
