using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The facts about one account as of a date. All of them except the id may be unknown.</summary>
/// <remarks>Immutable; two files are equal if all their parts are. Amounts are in the currency stated beside them, otherwise in
/// <see cref="Currency"/>. The properties here identify the account; each topic adds its own.</remarks>
public sealed partial record AccountFile
{
    /// <summary>The columns that identify the account in tables of an export.</summary>
    public static IReadOnlyList<AccountColumn> Columns => AccountParts.ColumnsOf(0, []);

    /// <summary>The stable identifier of the account, unique in the portfolio; not blank.</summary>
    [Privacy(Privacy.AccountName)]
    public required string Id { get; init; }

    /// <summary>The name of the account; null or blank to use its id.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Name { get; init; }

    /// <summary>The contracts of its groups that apply to the account; a review fills them in.</summary>
    [JsonIgnore]
    internal IReadOnlyList<GroupContract> GroupContracts { get; init => field = ValueList.Of(value); } = ValueList<GroupContract>.Empty;

    /// <summary>The people of its groups who also decide for the account; a review fills them in.</summary>
    [JsonIgnore]
    internal IReadOnlyList<GroupContact> GroupContacts { get; init => field = ValueList.Of(value); } = ValueList<GroupContact>.Empty;

    /// <summary>The contradictions between the rows that were merged into this account.</summary>
    [JsonIgnore]
    internal IReadOnlyList<FactWarning> RowWarnings { get; init => field = ValueList.Of(value); } = ValueList<FactWarning>.Empty;

    /// <summary>The group whose combined facts these are; null for the facts of one account.</summary>
    [JsonIgnore]
    internal AccountGroup? Group { get; init; }

    /// <summary>The rates by which its amounts were converted to the currency of the portfolio; null if they were not converted.</summary>
    [JsonIgnore]
    internal CurrencyConversion? Conversion { get; init; }

    internal string? KnownName => string.IsNullOrWhiteSpace(Name) ? null : Name;

    /// <summary>The id of the account it belongs to, such as the group of a plant; null if it belongs to none. The facts of an account are
    /// its own, without those of its members (<see cref="AccountGroup"/>). A contract of a group applies to its members, and its decision
    /// makers are shown with them.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Parent { get; init; }

    /// <summary>The id of the account that is the same company, if a source holds it twice; null if this is the only row. The review counts
    /// both as that account: purchases and contacts are combined, and missing facts of that account are taken from this row. If the two
    /// contradict each other, a warning names both (<see cref="AccountReview.Warnings"/>).</summary>
    [Privacy(Privacy.AccountName)]
    public string? SameAs { get; init; }

    /// <summary>The currency of amounts without one; null to use the currency of the portfolio. Amounts in a currency other than that of
    /// the portfolio are converted for the review (<see cref="Portfolio.Rates"/>).</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The person on our side who is responsible for the account: a name or an id, the same for all accounts of that person; not
    /// blank. Null if nobody is.</summary>
    [Privacy(Privacy.PersonName)]
    public string? Owner { get; init; }

    /// <summary>The date of the facts; null to use that of the portfolio.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The industry of the account.</summary>
    public CustomerIndustry? Industry { get; init; }

    /// <summary>The stage of the cooperation.</summary>
    public CooperationStage? CooperationStage { get; init; }

    /// <summary>The parts for topics of your own (<see cref="AccountTopic{TPart,TJudgement}"/>), each once.</summary>
    [JsonPropertyOrder(1000)]
    [JsonConverter(typeof(TopicValuesJsonConverter))]
    public IReadOnlyList<TopicValue> Topics { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<TopicValue>.Empty;

    /// <summary>Returns the account with every amount in one currency.</summary>
    /// <param name="currency">The currency; it also applies to amounts if neither they nor <see cref="Currency"/> state one.</param>
    /// <param name="rates">The rates; null for none, which is enough if every amount is in that currency.</param>
    /// <param name="asOf">The date of the facts, unless the account states its own.</param>
    /// <returns>
    /// <para>The account in that currency; the same instance if no amount is in another. Purchases of a month are converted at the last day
    /// of the month, or at the date of the facts if that is earlier; a quotation at its date; a closed deal at the day on which it ended.
    /// Future amounts, such as an open deal or the yearly value of a contract, and every amount without a date are converted at the date of
    /// the facts.</para>
    /// <para>In the category spend, our own share is set to the sum of the purchases, so that it never falls below them. The parts of
    /// topics of your own stay as they are.</para>
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is null or blank, or <paramref name="asOf"/> is not in the ISO
    /// calendar.</exception>
    /// <exception cref="InvalidModelException">A rate is missing, or a product has more digits than a decimal holds. The exception holds a
    /// fault for every pair of currencies, with the place of its first amount, and one for every such product.</exception>
    public AccountFile In(string currency, ExchangeRateTable? rates, LocalDate asOf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        Guard.Iso(asOf);
        var faults = new List<ModelFault>();
        var converted = InCurrency(currency, rates, asOf, "account", faults);
        return faults.Count == 0 ? converted : throw new InvalidModelException("account", faults);
    }

    /// <summary>Returns the account in one currency, and reports faults of the conversion.</summary>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account, and the date of its facts.</returns>
    public override string ToString() => Invariant(
        $"AccountFile {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R} }}");
}

/// <summary>A contract of a group that applies to its members.</summary>
/// <param name="Group">The id of the account with the contract.</param>
/// <param name="Contract">The contract.</param>
internal sealed record GroupContract(string Group, Contract Contract);

/// <summary>A person of a group who decides for its members.</summary>
/// <param name="Group">The id of the account that knows the person.</param>
/// <param name="Contact">The person.</param>
internal sealed record GroupContact(string Group, Contact Contact);
