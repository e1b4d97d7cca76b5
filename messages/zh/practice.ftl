# 练习：问什么，对答案说什么。

practice-tolerance = 至少 3 位有效数字；四舍五入、截断，或由屏幕上的数字推出的结果都算对。
practice-tolerance-factor = 缺了哪个因子？写出它的名称或数值均可。
practice-unread = `{ $text }` 不是数，不是由数组成的算式，也不是这里已知的名称。
practice-too-few-digits = { $text } 的位数太少，无法判断：请至少给出 3 位有效数字。
practice-named = 正确：{ $factor }。
practice-other-name = 不是 { $text }，缺的是 { $factor }。
practice-right = 正确。
practice-cut = 正确，只是截断而没有四舍五入。
practice-rounded = 正确：差别来自所用数字的舍入。
practice-follows = 由你自己前面的数推出，而那个数是错的。这一步本身没有错。
practice-convention = 按另一种约定是对的，但本课用的约定不同。
practice-wrong = 不对。
practice-undecided = 试过的精度都无法判断这个答案是否正确，不计入。
practice-value = 正确值 { $value }
practice-gap = 差 { $difference } · 相对误差 { $percent }%
practice-gap-of-zero = 差 { $difference }
practice-outcome-at-once = 一次答对
practice-outcome-with-hints = 借助提示答对
practice-outcome-later = 答错后改对
practice-outcome-wrong = 答错
practice-outcome-peeked = 看了答案
practice-outcome-skipped = 跳过
practice-outcome-open = 未作答
