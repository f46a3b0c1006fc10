using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Teams;

/// <summary>The fields of the tables of a team, by the names that the file gives them.</summary>
internal static class TeamFields
{
    public static readonly Field Person = new("person", IsNeeded: true)
    {
        OtherNames = ["name", "owner", "employee", "sales rep", "salesperson", "姓名", "人员", "销售人员", "员工", "業務人員", "人員"],
    };

    public static readonly Field Position = new("position") { OtherNames = ["role", "job title", "岗位", "职位", "職位"] };
    public static readonly Field Phase = new("phase") { OtherNames = ["阶段", "试用期", "階段"] };
    public static readonly Field JoinedOn = new("joinedOn", FieldKind.Date) { OtherNames = ["hired", "hire date", "入职日期", "入職日期"] };
    public static readonly Field LeftOn = new("leftOn", FieldKind.Date) { OtherNames = ["leave date", "离职日期", "離職日期"] };
    public static readonly Field Quota = new("quota", FieldKind.Number) { OtherNames = ["任务", "任务金额", "指标", "任務"] };
    public static readonly Field Potential = new("potential", FieldKind.Number) { OtherNames = ["潜力", "潛力"] };
    public static readonly Field Sold = new("sold", FieldKind.Number) { OtherNames = ["revenue", "sales", "业绩", "销售额", "業績"] };
    public static readonly Field Pay = new("pay", FieldKind.Number) { OtherNames = ["paid", "收入", "薪酬"] };

    public static readonly Field OnTargetEarnings = new("onTargetEarnings", FieldKind.Number)
    {
        OtherNames = ["OTE", "目标收入", "目標收入"],
    };

    public static readonly Field PlannedOpportunities = new("plannedOpportunities", FieldKind.Number)
    {
        OtherNames = ["计划商机数", "計劃商機數"],
    };

    public static readonly Field Currency = new("currency") { OtherNames = ["币种", "幣種", "幣別", "货币", "貨幣"] };

    public static readonly Field Measure = new("measure", IsNeeded: true) { OtherNames = ["metric", "指标", "指標"] };
    public static readonly Field Attainment = new("attainment", FieldKind.Number) { HasUnit = true, OtherNames = ["完成率"] };
    public static readonly Field Target = new("target", FieldKind.Number) { OtherNames = ["目标", "目標"] };
    public static readonly Field Result = new("result", FieldKind.Number) { OtherNames = ["actual", "实际", "结果", "實際"] };

    public static readonly Field Week = new("week", FieldKind.Date, IsNeeded: true) { OtherNames = ["monday", "周", "周一", "週", "週一"] };
    public static readonly Field Part = new("part") { OtherNames = ["类别", "類別"] };
    public static readonly Field Account = new("account") { OtherNames = ["customer", "accountId", "客户", "客戶"] };
    public static readonly Field Kind = new("kind") { OtherNames = ["activity", "活动", "活動"] };
    public static readonly Field Hours = new("hours", FieldKind.Number) { HasUnit = true, OtherNames = ["小时", "工时", "小時", "工時"] };
    public static readonly Field Outcome = new("outcome") { OtherNames = ["result", "结果", "結果"] };
    public static readonly Field Note = new("text") { OtherNames = ["note", "purpose", "内容", "目的", "內容"] };
    public static readonly Field On = new("on", FieldKind.Date) { OtherNames = ["date", "day", "日期"] };
    public static readonly Field VisitedOn = new("date", FieldKind.Date, IsNeeded: true) { OtherNames = ["on", "day", "日期"] };
    public static readonly Field WrittenOn = new("writtenOn", FieldKind.Date) { OtherNames = ["填写日期", "填寫日期"] };

    /// <summary>A person a row.</summary>
    public static IReadOnlyList<Field> OfQuotas { get; } =
    [
        Person, Position, Phase, JoinedOn, LeftOn, Quota, Potential, Sold, Pay, OnTargetEarnings, PlannedOpportunities, Currency,
    ];

    /// <summary>A measure of a person a row.</summary>
    public static IReadOnlyList<Field> OfResults { get; } = [Person, Measure, Attainment, Target, Result];

    /// <summary>An entry of a weekly log a row.</summary>
    public static IReadOnlyList<Field> OfLogs { get; } = [Person, Week, Part, Account, Kind, Hours, Outcome, Note, On, WrittenOn];

    /// <summary>A visit a row.</summary>
    public static IReadOnlyList<Field> OfVisits { get; } =
    [
        Person, VisitedOn, Account, Hours, Outcome, Note, WrittenOn,
    ];

    /// <summary>The fields of all tables.</summary>
    public static IReadOnlyList<Field> All { get; } = [.. OfQuotas.Concat(OfResults).Concat(OfLogs).Concat(OfVisits).Distinct()];

    /// <summary>Every name that <c>--column</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(field => field.Name).Distinct(StringComparer.Ordinal)];
}
