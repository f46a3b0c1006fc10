using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What is known about one account as of a date. Everything but its id may be unknown.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in the currency of its portfolio. Who the account is stands here; what a topic
/// takes stands with the topic.</remarks>
public sealed partial record AccountFile
{
    /// <summary>How tables of an export name who the account is.</summary>
    public static IReadOnlyList<AccountColumn> Columns { get; } =
    [
        new("id") { OtherNames = ["account id", "account number", "customer id", "customer number", "客户编号", "客戶編號", "客户代码", "客戶代碼"] },
        new("name")
        {
            OtherNames =
            [
                "account name", "customer name", "customer", "company name", "company", "organization",
                "organisation", "客户名称", "客戶名稱", "公司名称", "公司名稱", "客户", "客戶",
            ],
        },
        new("owner") { OtherNames = ["account owner", "owner name", "account manager", "sales rep", "负责人", "負責人", "客户经理", "客戶經理"] },
        new("asOf") { IsOptional = true },
        new("industry") { OtherNames = ["industry type", "sector", "行业", "行業", "所属行业", "所屬行業"] },
        new("cooperationStage") { OtherNames = ["cooperation stage", "relationship stage", "合作阶段", "合作階段"] },
    ];

    /// <summary>The stable identifier of the account, unique in the portfolio; not blank.</summary>
    [Privacy(Privacy.AccountName)]
    public required string Id { get; init; }

    /// <summary>What people call it; null or blank where that is its id.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Name { get; init; }

    internal string? KnownName => string.IsNullOrWhiteSpace(Name) ? null : Name;

    /// <summary>Who of us answers for it: a name or an id, the same for all accounts of one person; not blank. Null where nobody
    /// does.</summary>
    [Privacy(Privacy.PersonName)]
    public string? Owner { get; init; }

    /// <summary>The date of the facts; null where it is that of the portfolio.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The kind of industry it is in.</summary>
    public CustomerIndustry? Industry { get; init; }

    /// <summary>How far the cooperation has come.</summary>
    public CooperationStage? CooperationStage { get; init; }

    /// <summary>What it holds for topics of your own (<see cref="AccountTopic{TPart,TJudgement}"/>), each once.</summary>
    [JsonPropertyOrder(1000)]
    [JsonConverter(typeof(TopicValuesJsonConverter))]
    public IReadOnlyList<TopicValue> Topics { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<TopicValue>.Empty;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Whose facts these are, as of when.</returns>
    public override string ToString() => Invariant(
        $"AccountFile {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R} }}");
}
