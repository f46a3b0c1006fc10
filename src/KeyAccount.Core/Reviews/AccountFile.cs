using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What is known about one account as of a date. Everything but its id may be unknown.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in the currency that stands beside them, else in <see cref="Currency"/>. Who
/// the account is stands here; what a topic takes stands with the topic.</remarks>
public sealed partial record AccountFile
{
    /// <summary>How tables of an export name who the account is.</summary>
    public static IReadOnlyList<AccountColumn> Columns => AccountParts.ColumnsOf(0, []);

    /// <summary>The stable identifier of the account, unique in the portfolio; not blank.</summary>
    [Privacy(Privacy.AccountName)]
    public required string Id { get; init; }

    /// <summary>What people call it; null or blank where that is its id.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Name { get; init; }

    /// <summary>Contracts of the groups it belongs to, which apply to it: a review puts them here.</summary>
    [JsonIgnore]
    internal IReadOnlyList<GroupContract> GroupContracts { get; init => field = ValueList.Of(value); } = ValueList<GroupContract>.Empty;

    /// <summary>The people of the groups it belongs to who decide for it too: a review puts them here.</summary>
    [JsonIgnore]
    internal IReadOnlyList<GroupContact> GroupContacts { get; init => field = ValueList.Of(value); } = ValueList<GroupContact>.Empty;

    /// <summary>Where the rows that were put together into this account contradict each other.</summary>
    [JsonIgnore]
    internal IReadOnlyList<FactWarning> RowWarnings { get; init => field = ValueList.Of(value); } = ValueList<FactWarning>.Empty;

    /// <summary>The group whose facts these are together; null for the facts of one account.</summary>
    [JsonIgnore]
    internal AccountGroup? Group { get; init; }

    /// <summary>By what its amounts were converted to the currency of the portfolio; null where they were not.</summary>
    [JsonIgnore]
    internal CurrencyConversion? Conversion { get; init; }

    internal string? KnownName => string.IsNullOrWhiteSpace(Name) ? null : Name;

    /// <summary>The id of the account it belongs to, such as the group of a plant; null where it belongs to none. The facts of an account
    /// are its own, without those of its members (<see cref="AccountGroup"/>); a contract of a group applies to its members, and its
    /// decision makers are shown with them.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Parent { get; init; }

    /// <summary>The id of the account that is the same company, where a source holds it twice; null where it is the only row. The review
    /// counts both as that account: what it buys and whom we know is put together, and what that account does not know is taken from
    /// here. Where the two contradict each other, a warning names both (<see cref="AccountReview.Warnings"/>).</summary>
    [Privacy(Privacy.AccountName)]
    public string? SameAs { get; init; }

    /// <summary>The currency of its amounts that state none; null where that is the currency of the portfolio. Amounts in another currency
    /// than that of the portfolio are converted for the review (<see cref="Portfolio.Rates"/>).</summary>
    [Privacy(Privacy.Code)]
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

    /// <summary>The account with every amount in one currency.</summary>
    /// <param name="currency">The currency; also that of the amounts where neither they nor <see cref="Currency"/> state one.</param>
    /// <param name="rates">The rates; null for none, which is enough where every amount is in that currency.</param>
    /// <param name="asOf">The date of the facts where the account does not say otherwise.</param>
    /// <returns>
    /// <para>The account in that currency; itself where nothing is in another. Purchases of a month are converted at its last day, or at
    /// the date of the facts where that is earlier; a quotation at its date; a closed deal at the day on which it ended. What is still to
    /// come, such as an open deal or the value of a contract in a year, and every amount without a date is converted at the date of the
    /// facts.</para>
    /// <para>Of the category spend, the part that is bought from us is what the purchases come to, so that it never falls below them. The
    /// parts of topics of your own stay as they are.</para>
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is null or blank, or <paramref name="asOf"/> is a date of another
    /// calendar than ISO.</exception>
    /// <exception cref="InvalidModelException">A rate is missing, or a product has more digits than a decimal holds; it holds a fault
    /// for every pair of currencies, with the place of its first amount, and one for every such product.</exception>
    public AccountFile In(string currency, ExchangeRateTable? rates, LocalDate asOf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        Guard.Iso(asOf);
        var faults = new List<ModelFault>();
        var converted = InCurrency(currency, rates, asOf, "account", faults);
        return faults.Count == 0 ? converted : throw new InvalidModelException("account", faults);
    }

    /// <summary>The account in one currency; where that has faults, they are reported.</summary>
    internal AccountFile InCurrency(
        string currency, ExchangeRateTable? rates, LocalDate asOf, string path, List<ModelFault> faults, MissingRates? missing = null)
    {
        // A month may have purchases in several currencies, also where one of them is that of the portfolio.
        var converter = new AmountConverter(rates, Currency ?? currency, currency, AsOf ?? asOf, path, faults);
        if (converter.Usual == currency && !AccountTopic.Ready.Any(topic => topic.Currencies(this).Any(each => each is not null)))
            return this;
        var converted = ReviewModels.ReadyTopics.Aggregate(this, (account, topic) => topic.Convert(account, this, converter));
        if (Company is { } company)
            converted = converted with { Company = company with { Revenue = converter.Of(company.Revenue, null, "company.revenue") } };
        faults.AddRange((missing ?? new()).Add(converter.Gaps));
        return converted with { Currency = currency, Conversion = CurrencyConversion.Of(Conversion, converter.Done) };
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Whose facts these are, as of when.</returns>
    public override string ToString() => Invariant(
        $"AccountFile {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R} }}");
}

/// <summary>A contract of a group, as one that applies to its members.</summary>
/// <param name="Group">The id of the account that has it.</param>
/// <param name="Contract">The contract.</param>
internal sealed record GroupContract(string Group, Contract Contract);

/// <summary>A person of a group who decides for its members.</summary>
/// <param name="Group">The id of the account that knows the person.</param>
/// <param name="Contact">The person.</param>
internal sealed record GroupContact(string Group, Contact Contact);
