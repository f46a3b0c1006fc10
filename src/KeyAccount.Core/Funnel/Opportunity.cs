using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>A deal in the sales funnel, with its real history: it may move back and may skip stages.</summary>
/// <remarks>
/// <para>One fact, one place: the stage is the last one of the history, and a won deal is at P6.</para>
/// <para>Immutable, with value equality. What depends on today is checked by <see cref="Faults"/>.</para>
/// </remarks>
public sealed record Opportunity
{
    private readonly decimal _amount;
    private readonly double? _statedOdds;
    private readonly IReadOnlyList<StageEntry> _history = ValueList<StageEntry>.Empty;
    private readonly IReadOnlyList<CloseDateEntry> _closeDates = ValueList<CloseDateEntry>.Empty;
    private readonly IReadOnlyList<PaymentShare> _paymentPlan = ValueList<PaymentShare>.Empty;

    /// <summary>The id of the deal; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>The account; null if it is in the file of its account.</summary>
    [Privacy(Privacy.AccountName)]
    public string? AccountId { get; init; }

    /// <summary>The name of the deal; null if it has none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Name { get; init; }

    /// <summary>The owner of the deal; null if not known.</summary>
    [Privacy(Privacy.PersonName)]
    public string? Owner { get; init; }

    /// <summary>The amount if the deal is won, in <see cref="Currency"/>; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public required decimal Amount
    {
        get => _amount;
        init
        {
            Guard.NotNegative(value, nameof(Amount));
            _amount = value;
        }
    }

    /// <summary>The currency of the amount; null if it is that of all amounts.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The stages of the deal so far, in the order of the days; at least one.</summary>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentException">There is no entry, one but the first has no day, or a day is before the one before
    /// it.</exception>
    public required IReadOnlyList<StageEntry> History
    {
        get => _history;
        init => _history = Checked(ValueList.Of(value, nameof(History)));
    }

    /// <summary>The stage that is claimed: P6 for a won deal, otherwise the last of the history.</summary>
    [JsonIgnore]
    public FunnelStage Stage => Outcome is { IsWon: true } ? FunnelStage.P6 : History[^1].Stage;

    /// <summary>The day on which the deal reached its stage; null if not known.</summary>
    [JsonIgnore]
    public LocalDate? StageSince => Outcome is { IsWon: true } won && History[^1].Stage != FunnelStage.P6 ? won.Date : History[^1].Since;

    /// <summary>The day on which the deal is expected to close; null if not stated.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? ExpectedClose { get; init => field = Guard.Iso(value, nameof(ExpectedClose)); }

    /// <summary>Earlier expected close dates, in the order of the days on which they were stated.</summary>
    /// <exception cref="ArgumentNullException">An entry is null; no list at all is an empty one.</exception>
    /// <exception cref="ArgumentException">A day is before the one before it.</exception>
    public IReadOnlyList<CloseDateEntry> CloseDates
    {
        get => _closeDates;
        init => _closeDates = Checked(ValueList.Of(value ?? [], nameof(CloseDates)));
    }

    /// <summary>Where the lead came from; null if not known.</summary>
    public LeadChannel? Channel { get; init; }

    /// <summary>How far the owner counts the deal in the forecast; null if not stated.</summary>
    public ForecastCategory? Category { get; init; }

    /// <summary>The odds that its owner states, as a fraction, 0 … 1; null if nobody has. They stand beside those of the stage and
    /// are calibrated against what happened.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are outside 0 … 1.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? StatedOdds
    {
        get => _statedOdds;
        init
        {
            if (value is { } odds)
                Guard.Between(odds, 0, 1, nameof(StatedOdds));
            _statedOdds = value;
        }
    }

    /// <summary>The evidence for how far the deal has come.</summary>
    /// <exception cref="ArgumentNullException">An entry is null; no list at all is an empty one.</exception>
    public IReadOnlyList<EvidenceItem> Evidence
    {
        get;
        init => field = ValueList.Of(value ?? [], nameof(Evidence));
    }
    = ValueList<EvidenceItem>.Empty;

    /// <summary>The need of the customer, in the customer's words.</summary>
    /// <exception cref="ArgumentNullException">An entry is null; no list at all is an empty one.</exception>
    [Privacy(Privacy.NotPersonal)]
    public IReadOnlyList<string> Needs
    {
        get;
        init => field = ValueList.Of(value ?? [], nameof(Needs));
    }
    = ValueList<string>.Empty;

    /// <summary>The competitors for the deal.</summary>
    /// <exception cref="ArgumentNullException">An entry is null; no list at all is an empty one.</exception>
    [Privacy(Privacy.NotPersonal)]
    public IReadOnlyList<string> Competitors
    {
        get;
        init => field = ValueList.Of(value ?? [], nameof(Competitors));
    }
    = ValueList<string>.Empty;

    /// <summary>The next step; null if there is none.</summary>
    public NextStep? NextStep { get; init; }

    /// <summary>The payment plan; the shares sum to 1 at most.</summary>
    /// <exception cref="ArgumentNullException">An entry is null; no list at all is an empty one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its range.</exception>
    /// <exception cref="ArgumentException">The shares sum to more than 1.</exception>
    public IReadOnlyList<PaymentShare> PaymentPlan
    {
        get => _paymentPlan;
        init => _paymentPlan = Checked(ValueList.Of(value ?? [], nameof(PaymentPlan)));
    }

    /// <summary>The outcome; null while the deal is open.</summary>
    public DealOutcome? Outcome { get; init; }

    /// <summary>Whether the deal is still open.</summary>
    [JsonIgnore]
    public bool IsOpen => Outcome is null;

    /// <summary>The highest stage that the deal ever reached.</summary>
    [JsonIgnore]
    public FunnelStage HighestStage => Outcome is { IsWon: true }
        ? FunnelStage.P6
        : History.Select(entry => entry.Stage).MaxBy(stage => stage.Value)!;

    /// <summary>The faults of the deal on a day: dates in the future, a close before its stages, an overdue next step.</summary>
    /// <param name="asOf">The reference date.</param>
    /// <returns>Each fault with its place and the value; empty if nothing is wrong.</returns>
    public IReadOnlyList<string> Faults(LocalDate asOf)
    {
        Guard.Iso(asOf);
        var faults = new List<string>();
        for (var i = 0; i < History.Count; i++)
            NotAfter(History[i].Since, Invariant($"history[{i}].since"));

        if (Outcome is { } outcome)
        {
            NotAfter(outcome.Date, "outcome.date");
            if (History[^1].Since is { } last && outcome.Date < last)
                faults.Add(Invariant($"outcome.date is {outcome.Date:R}; it must be {last:R} (the day of its last stage) or later"));
        }

        for (var i = 0; i < CloseDates.Count; i++)
            NotAfter(CloseDates[i].On, Invariant($"closeDates[{i}].on"));
        for (var i = 0; i < Evidence.Count; i++)
            NotAfter(Evidence[i].Date, Invariant($"evidence[{i}].date"));
        return faults;

        void NotAfter(LocalDate? day, string place)
        {
            if (day > asOf)
                faults.Add(Invariant($"{place} is {day:R}; it must be {asOf:R} (the day of the report) or earlier"));
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What identifies the deal, its amount and stage.</returns>
    public override string ToString() =>
        Invariant($"Opportunity {{ Id = {Id}, AccountId = {AccountId}, Amount = {Amount}, Stage = {Stage}, Outcome = {Outcome} }}");

    private static ValueList<StageEntry> Checked(ValueList<StageEntry> history)
    {
        if (history.Count == 0)
            throw new ArgumentException("History has no stage; a deal is at one of P0 … P6.", nameof(history));
        for (var i = 0; i < history.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(history[i].Stage, Invariant($"{nameof(History)}[{i}].Stage"));
            if (i > 0 && history[i].Since is null)
            {
                throw new ArgumentException(
                    Invariant($"History[{i}].Since is missing; only the first stage may lack its day."), nameof(history));
            }

            if (i > 0 && history[i].Since < history[i - 1].Since)
            {
                throw new ArgumentException(
                    Invariant($"History[{i}].Since is {history[i].Since:R}; it must be {history[i - 1].Since:R} ")
                    + "(the day of the stage before it) or later.",
                    nameof(history));
            }
        }

        return history;
    }

    private static ValueList<CloseDateEntry> Checked(ValueList<CloseDateEntry> dates)
    {
        for (var i = 1; i < dates.Count; i++)
        {
            if (dates[i].On < dates[i - 1].On)
            {
                throw new ArgumentException(
                    Invariant($"CloseDates[{i}].On is {dates[i].On:R}; it must be {dates[i - 1].On:R} ")
                    + "(the day of the entry before it) or later.",
                    nameof(dates));
            }
        }

        return dates;
    }

    private static ValueList<PaymentShare> Checked(ValueList<PaymentShare> plan)
    {
        var sum = 0m;
        for (var i = 0; i < plan.Count; i++)
        {
            Guard.Above(plan[i].Share, 0, Invariant($"{nameof(PaymentPlan)}[{i}].Share"));
            Guard.AtMost(plan[i].Share, 1, Invariant($"{nameof(PaymentPlan)}[{i}].Share"));
            sum += plan[i].Share;
        }

        return sum <= 1 ? plan : throw new ArgumentException(
            Invariant($"The shares of the payment plan sum to {sum}; they must sum to 1 at most."), nameof(plan));
    }
}
