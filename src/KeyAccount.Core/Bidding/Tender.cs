using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A tender and our bid, as far as they are known. Only the title and the day are required.</summary>
/// <remarks>A tender can be kept as a file: <see cref="FromJson(string)"/> reads it and names every fault with its path. Immutable; two
/// tenders are equal if all their parts are.</remarks>
public sealed record Tender
{
    private const string Model = "tender";

    /// <summary>The title of the tender; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Title
    {
        get;
        init
        {
            field = string.IsNullOrWhiteSpace(value)
                ? throw new ArgumentException("title is blank; it must say what the tender is called.", nameof(Title))
                : value;
        }
    }

    /// <summary>The day as of which the tender is judged.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The account that asks for bids; null if it is not named.</summary>
    [Privacy(Privacy.AccountName)]
    public string? AccountId { get; init; }

    /// <summary>The form in which the customer asks for bids; null if it is not known.</summary>
    public TenderForm? Form { get; init; }

    /// <summary>The rules that the tender follows; null if they are not known, and then no duty is checked.</summary>
    public TenderRegime? Regime { get; init; }

    /// <summary>Whether the customer holds the tender voluntarily, without being required to by law.</summary>
    public bool IsVoluntary { get; init; }

    /// <summary>The currency of every amount; null if it is not named.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The known days.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TenderDay> Days { get; init => field = ValueList.Of(value ?? [], nameof(Days)); } = ValueList<TenderDay>.Empty;

    /// <summary>The duties of this tender, which replace those of its regime; null to use those of the regime.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TenderDuty>? Duties { get; init => field = value is null ? null : ValueList.Of(value, nameof(Duties)); }

    /// <summary>Public holidays that fall on Mondays to Fridays.</summary>
    [JsonConverter(typeof(LocalDateListJsonConverter))]
    public IReadOnlyList<LocalDate> Holidays { get; init => field = Iso(value, nameof(Holidays)); } =
        ValueList<LocalDate>.Empty;

    /// <summary>Days off that are worked instead (调休).</summary>
    [JsonConverter(typeof(LocalDateListJsonConverter))]
    public IReadOnlyList<LocalDate> WorkingDays { get; init => field = Iso(value, nameof(WorkingDays)); } =
        ValueList<LocalDate>.Empty;

    /// <summary>The scoring of the tender; null if it is not known.</summary>
    public TenderScoring? Scoring { get; init; }

    /// <summary>Our own bid; null if there is none yet.</summary>
    public TenderBidder? Us { get; init; }

    /// <summary>The other bids as we expect them.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TenderBidder> Rivals { get; init => field = ValueList.Of(value ?? [], nameof(Rivals)); } =
        ValueList<TenderBidder>.Empty;

    /// <summary>The lowest price that we may offer, as the guardrails give it; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? LowestAllowed { get; init => field = FactRange<Tender>.Checked(value); }

    /// <summary>The margin that the order leaves if it is won, before the cost of the bid; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? Margin { get; init => field = FactRange<Tender>.Checked(value); }

    /// <summary>Our cost of delivering the order; null if it is not known, and then there is no best price.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? Cost { get; init => field = FactRange<Tender>.Checked(value); }

    /// <summary>The cost of the bid, won or lost; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money)]
    public decimal? BidCost { get; init => field = FactRange<Tender>.Checked(value); }

    /// <summary>The customer's own estimate of the price; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? Estimate { get; init => field = FactRange<Tender>.Checked(value); }

    /// <summary>The deposit that the tender asks for; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money)]
    public decimal? Deposit { get; init => field = FactRange<Tender>.Checked(value); }

    /// <summary>The facts that the decision rests on. Those that follow from the bids and prices above need not be stated.</summary>
    public BidFacts Facts { get; init => field = value ?? new(); } = new();

    /// <summary>Conduct that ends the work on the bid.</summary>
    public BidConductFacts Conduct { get; init => field = value ?? new(); } = new();

    /// <summary>What makes the tender void or the bid invalid.</summary>
    public BidValidityFacts Validity { get; init => field = value ?? new(); } = new();

    /// <summary>The documents and answers of the bid.</summary>
    public BidRegister Register { get; init => field = value ?? new(); } = new();

    /// <summary>The day we heard of the tender; null if it is not known, and then there is no history.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? OpenedOn { get; init => field = Guard.Iso(value, nameof(OpenedOn)); }

    /// <summary>The events since then.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<BidEvent> History { get; init => field = ValueList.Of(value ?? [], nameof(History)); } =
        ValueList<BidEvent>.Empty;

    /// <summary>Notes and plans. They are searched for conduct that the law forbids.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    [Privacy(Privacy.PersonalNote)]
    public IReadOnlyList<string> Notes { get; init => field = ValueList.Of(value ?? [], nameof(Notes)); } = ValueList<string>.Empty;

    /// <summary>Reads a tender from JSON.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The tender.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON or does not describe a tender; the exception names every fault
    /// with its path.</exception>
    public static Tender FromJson(string json) => CheckedJson.Read(json, TenderJson.Default.Tender, Model);

    /// <summary>Reads a tender from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The tender.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON or does not describe a tender; the exception names every fault
    /// with its path.</exception>
    public static Tender FromJson(ReadOnlyMemory<byte> json) => CheckedJson.Read(json, TenderJson.Default.Tender, Model);

    /// <summary>Writes the tender as JSON, which <see cref="FromJson(string)"/> reads.</summary>
    /// <returns>The JSON, indented.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, TenderJson.Default.Tender);

    private static ValueList<LocalDate> Iso(IReadOnlyList<LocalDate>? days, string name)
    {
        var known = ValueList.Of(days ?? [], name);
        for (var i = 0; i < known.Count; i++)
            Guard.Iso(known[i], Invariant($"{name}[{i}]"));
        return known;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Title, day, regime and form by name.</returns>
    public override string ToString() => Invariant($"Tender {{ Title = {Title}, AsOf = {AsOf:R}, Regime = {Regime}, Form = {Form} }}");
}
