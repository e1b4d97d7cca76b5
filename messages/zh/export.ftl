# 导出的脚本里的注释，以及关于脚本的说明。

export-about = 由 handgrad 写出的这一课的 PyTorch 版本：公式、名称和数字都相同，用 64 位二进制浮点数计算，大约 15 位数字是对的。
export-way-autograd = 梯度由 autograd 求出；`handgrad show` 会写出其中的每个因子。
export-way-perceptron = 感知机规则不沿梯度走，autograd 在这里无事可做：误差的用法与课中相同。
export-way-layer-by-layer = 每一层先更新，误差才传到前一层。这不是梯度，所以反向的各步照课中写出，不用 autograd。
export-way-given = 梯度是给定的，autograd 在这里无事可做。
export-own-slopes = 凡课中所取斜率与 autograd 求出的导数不同之处，由 `sloped` 代入课中的斜率。
export-paper = 课中像纸上演算那样舍入每个结果；这里什么都不舍入，所以末尾几位会不同。
export-descent = 与课中一样，delta 取下降方向：对 net 的梯度取负。
export-epochs = 只打印第一轮和最后一轮。
export-without-validation = 脚本里没有不参与训练的验证样本。
export-without-compare = 脚本里没有课中用来比较的其他运行，只有这一课自己的运行。
export-choice = 两者相等时取第一个的斜率，与教的一样
export-sloped = 前向时取 value；反向时取课中所用的斜率
export-start = 从这些数开始
export-sample = 样本
export-samples = 样本：{ $names }
export-gradients = 每一轮的梯度：{ $names }
export-ahead = 在这个点上取梯度
export-forward = 前向
export-backward = 反向
export-backward-written = 反向，经过最后一层
export-update = 更新
export-stop = 损失已经足够小：这一轮是最后一轮，不再更新。
export-carry = 带着新值继续
