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
            new("id"), new("name"), new("parent"), new("sameAs"), new("currency"), new("owner"), new("asOf"), new("industry"),
            new("cooperationStage"),
        ];

    /// <summary>The stable identifier of the account, unique in the portfolio; not blank.</summary>
    [Privacy(Privacy.AccountName)]
    public required string Id { get; init; }

    /// <summary>What people call it; null or blank where that is its id.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Name { get; init; }

    /// <summary>Contracts of the groups it belongs to, which apply to it: a review puts them here.</summary>
    [JsonIgnore]
    internal IReadOnlyList<GroupContract> GroupContracts { get; init => field = ValueList.Of(value); } = ValueList<GroupContract>.Empty;

    /// <summary>The group whose facts these are together; null for the facts of one account.</summary>
    [JsonIgnore]
    internal AccountGroup? Group { get; init; }

    internal string? KnownName => string.IsNullOrWhiteSpace(Name) ? null : Name;

    /// <summary>The id of the account it belongs to, such as the group of a plant; null where it belongs to none. The facts of an account
    /// are its own, without those of its members (<see cref="AccountGroup"/>); a contract of a group applies to its members.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Parent { get; init; }

    /// <summary>The id of the account that is the same company, where a source holds it twice; null where it is the only row. The review
    /// counts both as that account: what it buys and whom we know is put together, and what that account does not know is taken from
    /// here.</summary>
    [Privacy(Privacy.AccountName)]
    public string? SameAs { get; init; }

    /// <summary>The currency of its amounts, which must be that of the portfolio; null where nobody says. It tells an account that was
    /// brought in with other amounts.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Currency { get; init; }

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

/// <summary>A contract of a group, as one that applies to its members.</summary>
/// <param name="Group">The id of the account that has it.</param>
/// <param name="Contract">The contract.</param>
internal sealed record GroupContract(string Group, Contract Contract);
