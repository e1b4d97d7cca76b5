# `train` 说的话。

train-nothing = 错误：`{ $scenario }` 里没有什么可训练的：给它加上 `training` 一节，或用 `handgrad show` 打印这一课
train-title = { $title }：{ $epochs } 轮
train-losses = 损失
train-parameters = 参数（带到下一轮的全部数位）
train-outputs = 用这些参数算出
train-assumes = 训练途中有一个值，再高的精度也无法与舍入的中点、折点或界限区分，所以按正好在该处处理。之后的结果都以此为前提；`trace` 在那一步标有 `assumed`。
