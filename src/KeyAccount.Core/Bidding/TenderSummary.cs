using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A tender of an account in short, as far as a review of the account needs it. <see cref="Tender"/> holds everything about a
/// bid.</summary>
/// <remarks>Immutable; two summaries are equal if all their parts are. <see cref="Faults"/> checks what depends on today's date, and
/// whether the parts fit each other.</remarks>
public sealed record TenderSummary
{
    private const double MostAmount = 1e15;

    /// <summary>The identifier of the tender within the account; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The title of the tender; null to use its id.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Title { get; init; }

    /// <summary>The form in which the customer asks for bids; null if it is not known.</summary>
    public TenderForm? Form { get; init; }

    /// <summary>The rules that the tender follows; null if they are not known, and then no duty is checked.</summary>
    public TenderRegime? Regime { get; init; }

    /// <summary>Whether the customer holds the tender voluntarily, without being required to by law.</summary>
    public bool IsVoluntary { get; init; }

    /// <summary>The last day to hand in the bid; null if it is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Deadline { get; init => field = Guard.Iso(value, nameof(Deadline)); }

    /// <summary>The other known days.</summary>
    public IReadOnlyList<TenderDay> Days { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<TenderDay>.Empty;

    /// <summary>The currency of the amounts; null to use that of the account.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The price of our bid; null if there is none yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, MostAmount, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? Price { get; init => field = FactRange<TenderSummary>.Checked(value); }

    /// <summary>The walk-away: the lowest price that we may offer; null if nobody has stated it. The walk-away of the quotation
    /// (<see cref="QuoteId"/>) counts instead if it is higher.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, MostAmount, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? LowestAllowed { get; init => field = FactRange<TenderSummary>.Checked(value); }

    /// <summary>The quotation behind the bid, whose guardrails give a walk-away; null for none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? QuoteId { get; init; }

    /// <summary>The margin that the order leaves if it is won; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, MostAmount, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? Margin { get; init => field = FactRange<TenderSummary>.Checked(value); }

    /// <summary>The odds of winning, as a fraction; null if they are not known. <c>keyaccount bid</c> calculates them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? WinOdds { get; init => field = FactRange<TenderSummary>.Checked(value); }

    /// <summary>The day we heard of the tender; null if it is not known, and then there is no history.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? OpenedOn { get; init => field = Guard.Iso(value, nameof(OpenedOn)); }

    /// <summary>The events since then.</summary>
    public IReadOnlyList<BidEvent> History { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<BidEvent>.Empty;

    /// <summary>Lists what is wrong with the tender.</summary>
    /// <param name="asOf">The day of the facts.</param>
    /// <returns>The faults, each with its path: a null entry in a list, a day before one that it follows, a refused event, something that
    /// has not happened yet, a margin above the price.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not in the ISO calendar.</exception>
    public IReadOnlyList<ModelFault> Faults(LocalDate asOf)
    {
        Guard.Iso(asOf);
        var faults = new List<ModelFault>();
        for (var i = 0; i < Days.Count; i++)
        {
            if (Days[i] is null)
                faults.Add(new(Invariant($"days[{i}]"), "it is null; it must be an object"));
            else if (Days[i].Date == TenderDate.Deadline)
                faults.Add(new(Invariant($"days[{i}].date"), "it is Deadline; state the last day to hand in the bid as deadline"));
        }

        for (var i = 0; i < History.Count; i++)
        {
            if (History[i] is null)
                faults.Add(new(Invariant($"history[{i}]"), "it is null; it must be an object"));
            else if (History[i].On > asOf)
            {
                faults.Add(new(
                    Invariant($"history[{i}].on"),
                    Invariant($"it is {History[i].On:R}; it must be {asOf:R} (the day of the facts) or earlier")));
            }
        }

        if (OpenedOn > asOf)
            faults.Add(new("openedOn", Invariant($"it is {OpenedOn:R}; it must be {asOf:R} (the day of the facts) or earlier")));
        if (OpenedOn is null && History.Count > 0)
            faults.Add(new("openedOn", "it is missing, although there is a history; state the day we heard of the tender"));
        if (Margin > Price)
            faults.Add(new("margin", Invariant($"it is {Margin}; it must be at most the price, {Price}")));
        if (faults.Count > 0)
            return faults;
        Add("days", () => Calendar());
        Add("history", () => Case());
        return faults;

        void Add(string path, Func<object?> make)
        {
            try
            {
                _ = make();
            }
            catch (ArgumentException e)
            {
                var place = e.ParamName == "days[0]" && Deadline is not null ? "deadline"
                    : e.ParamName?.StartsWith("days[", StringComparison.Ordinal) == true ? PlaceOf(e.ParamName) : path;
                faults.Add(new(place, Guard.ReasonOf(e)));
            }
        }

        // The calendar has the deadline before the other days.
        string PlaceOf(string place) => Deadline is null ? place
            : Invariant($"days[{int.Parse(place[5..^1], System.Globalization.CultureInfo.InvariantCulture) - 1}]");
    }

    /// <summary>Builds the calendar with the duties of the regime; working days are Monday to Friday.</summary>
    internal TenderCalendar Calendar() => new(
        Regime, Deadline is { } deadline ? [new(TenderDate.Deadline, deadline), .. Days] : Days, !IsVoluntary);

    /// <summary>Builds the case; null if the day we heard of the tender is not known.</summary>
    internal BidCase? Case() => OpenedOn is { } opened ? new(Id, opened, History) : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, deadline and price by name.</returns>
    public override string ToString() => Invariant($"TenderSummary {{ Id = {Id}, Deadline = {Deadline:R}, Price = {Price} }}");
}
