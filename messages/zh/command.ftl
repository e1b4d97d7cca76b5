# 各子命令在命令行上说的话。

command-source = 出处：{ $source }
command-givens = 第 { $epoch } 轮开始时的已知量：
command-heading = 第 { $epoch } 轮 · { $stage }
command-heading-sample = 第 { $epoch } 轮 · 样本 { $sample } · { $stage }
command-heading-validation = 第 { $epoch } 轮 · 验证样本 { $sample }（#{ $number }）· { $stage }
command-heading-validation-all = 第 { $epoch } 轮 · 验证 · { $stage }
command-heading-batch = 第 { $epoch } 轮 · 批次 { $batch } · { $stage }
command-row = 第 { $row } 行（共 { $rows } 行）
command-does-not-close = 这几行无法仅凭所印的数字重新算出：求和太长，或者结果离舍入的分界点太近。
command-more-epochs = 以上是第 { $epoch } 轮，共 { $epochs } 轮；用 `--epochs A..B` 可打印其他轮次。
command-step-failed = 无法计算 `{ $name }`：{ $fault }
command-error = 错误：{ $error }
command-cannot-write = 错误：无法写出结果：{ $words }
command-sample = 样本 { $sample }：
command-validation-sample = 验证样本 { $sample }（#{ $number }）：
command-more-samples = 另有 { $count } 个样本
command-check-counts =
    { $right } 个正确，{ $rounded } 个由舍入得出，{ $cut } 个截断，{ $float } 个浮点相符，{ $errata } 个勘误{ $wrong ->
        [0] { "" }
       *[other] ，{ $wrong } 个不符
    }{ $faults ->
        [0] { "" }
       *[other] ，{ $faults } 处错误
    }
command-check-file = { $file }：{ $counts }
command-check-nothing = { $file }：没有所印的数字
command-check-invalid = { $file }：{ $faults } 处错误
command-check-unreadable = { $file }：无法读取
command-check-total = 共 { $files } 个文件：{ $counts }
