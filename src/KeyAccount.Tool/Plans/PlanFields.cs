using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Plans;

/// <summary>The fields of a table of actions: the columns that a plan is written with as CSV and as a workbook.</summary>
internal static class PlanFields
{
    public static readonly Field Id = new("id") { OtherNames = ["action id", "编号", "編號"] };
    public static readonly Field Account = new("account") { OtherNames = ["customer", "客户", "客戶"] };
    public static readonly Field AccountId = new("accountId") { OtherNames = ["customer id", "客户编号", "客戶編號"] };
    public static readonly Field Action = new("action") { OtherNames = ["what", "task", "行动", "行動", "任务", "任務"] };
    public static readonly Field Owner = new("owner") { OtherNames = ["who", "responsible", "责任人", "責任人", "负责人", "負責人"] };

    public static readonly Field Due = new("due", FieldKind.Date)
    {
        OtherNames = ["due date", "dueOn", "by", "deadline", "到期日", "截止日期", "完成日期"],
    };

    public static readonly Field Status = new("status") { OtherNames = ["state", "状态", "狀態"] };
    public static readonly Field Since = new("since", FieldKind.Date) { OtherNames = ["on", "status date", "状态日期", "狀態日期"] };
    public static readonly Field Progress = new("progress", FieldKind.Number) { OtherNames = ["进度", "進度"] };
    public static readonly Field Note = new("note") { OtherNames = ["comment", "remark", "备注", "備註"] };
    public static readonly Field Evidence = new("evidence") { OtherNames = ["证据", "證據"] };
    public static readonly Field By = new("setBy") { OtherNames = [ "changed by", "设置人", "設定人", "修改人"] };
    public static readonly Field Resource = new("resource") { OtherNames = ["资源", "資源"] };
    public static readonly Field Hours = new("hours", FieldKind.Number) { HasUnit = true, OtherNames = ["工时", "工時"] };
    public static readonly Field Budget = new("budget", FieldKind.Number) { OtherNames = ["预算", "預算"] };
    public static readonly Field Spent = new("spent", FieldKind.Number) { OtherNames = ["cost", "已用", "已用金额", "已用金額"] };
    public static readonly Field AtStake = new("atStake", FieldKind.Number) { OtherNames = ["涉及金额", "涉及金額"] };
    public static readonly Field Measure = new("measure") { OtherNames = ["measureId", "措施"] };
    public static readonly Field Revision = new("revision", FieldKind.Number) { HasUnit = true, OtherNames = ["修订", "修訂"] };
    public static readonly Field Finding = new("finding");
    public static readonly Field Rule = new("rule");
    public static readonly Field FirstAskedOn = new("firstAskedOn", FieldKind.Date);
    public static readonly Field LastAskedOn = new("lastAskedOn", FieldKind.Date);
    public static readonly Field Number = new("number", FieldKind.Number) { HasUnit = true };

    public static readonly Field Statement = new("statement") { OtherNames = ["what", "内容", "內容", "目标", "目標"] };
    public static readonly Field Direction = new("direction") { OtherNames = ["方向"] };
    public static readonly Field Metric = new("metric") { OtherNames = ["指标", "指標"] };
    public static readonly Field Unit = new("unit") { OtherNames = ["单位", "單位"] };
    public static readonly Field DataSource = new("dataSource") { OtherNames = ["数据来源", "資料來源"] };
    public static readonly Field Baseline = new("baseline", FieldKind.Number) { HasUnit = true, OtherNames = ["基线", "基線", "现值", "現值"] };
    public static readonly Field Target = new("target", FieldKind.Number) { HasUnit = true, OtherNames = ["目标值", "目標值"] };
    public static readonly Field Best = new("best", FieldKind.Number) { HasUnit = true, OtherNames = ["历史最佳", "歷史最佳"] };
    public static readonly Field TenthPercentile = new("tenthPercentile", FieldKind.Number) { HasUnit = true };
    public static readonly Field NinetiethPercentile = new("ninetiethPercentile", FieldKind.Number) { HasUnit = true };
    public static readonly Field Goal = new("goal") { OtherNames = ["服务目标", "服務目標"] };
    public static readonly Field Reason = new("reason") { OtherNames = ["理由"] };
    public static readonly Field Objective = new("objectiveId") { OtherNames = ["objective", "目标编号", "目標編號"] };
    public static readonly Field Section = new("section") { OtherNames = ["部分", "章节", "章節"] };
    public static readonly Field Text = new("text") { OtherNames = ["note", "备注", "備註", "内容", "內容"] };

    /// <summary>The state of the row when the table was written.</summary>
    public static readonly Field Fingerprint = new("fingerprint") { OtherNames = ["指纹", "指紋"] };

    /// <summary>The columns of a table of objectives.</summary>
    public static IReadOnlyList<Field> OfObjectives { get; } =
    [
        Id, Account, AccountId, Statement, Direction, Metric, Unit, DataSource, Baseline, Target, Due, Owner, Goal, Best, TenthPercentile,
        NinetiethPercentile, Reason, Fingerprint,
    ];

    /// <summary>The columns of a table of measures.</summary>
    public static IReadOnlyList<Field> OfMeasures { get; } = [Id, Account, AccountId, Objective, Statement, Fingerprint];

    /// <summary>The columns of a table of notes.</summary>
    public static IReadOnlyList<Field> OfNotes { get; } = [Account, AccountId, Section, Text, Fingerprint];

    /// <summary>The columns of the table of the accounts whose notes a table of notes has; the fingerprint is that of their
    /// notes.</summary>
    public static IReadOnlyList<Field> OfAccounts { get; } = [Account, AccountId, Fingerprint];

    /// <summary>All fields of actions.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        Id, Account, AccountId, Action, Owner, Due, Status, Since, Progress, Note, Evidence, Resource, Hours, Budget, Spent, AtStake,
        Measure, Revision, Finding, Rule, FirstAskedOn, LastAskedOn, Number, By,
    ];

    /// <summary>The names of all fields, by which --column takes them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. All.Concat(OfObjectives).Concat(OfMeasures).Concat(OfNotes).Select(field => field.Name).Distinct(StringComparer.Ordinal)];
}
