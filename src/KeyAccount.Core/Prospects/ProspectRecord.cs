using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>What is known of a company that is to become a customer.</summary>
/// <remarks>Immutable, with value equality. Everything may be unknown.</remarks>
public sealed record ProspectRecord
{
    /// <summary>How urgently it needs what we supply.</summary>
    public FactorLevel? NeedUrgency { get; init; }

    /// <summary>How well it fits our positioning; <see cref="FactorLevel.None"/> is outside of it.</summary>
    public FactorLevel? PositioningFit { get; init; }

    /// <summary>Whether it can pay, as somebody says; its balance and how it pays go before that.</summary>
    public PayingAbility? AbilityToPay { get; init; }

    /// <summary>How late it pays on average, in days, by a bureau or another supplier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Days, UsualMaximum = 365)]
    public double? DaysLate { get; init => field = FactRange<ProspectRecord>.Checked(value); }

    /// <summary>Figures of its last balance.</summary>
    public BalanceFigures? Balance { get; init; }

    /// <summary>What it is expected to buy in a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? ExpectedPurchases { get; init => field = FactRange<ProspectRecord>.Checked(value); }

    /// <summary>Who supplies it today, by id or name; null if nobody does, or nobody knows.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Incumbent { get; init; }

    /// <summary>How satisfied it is with that supplier.</summary>
    public SatisfactionLevel? IncumbentSatisfaction { get; init; }

    /// <summary>How high the barrier is that binds it to that supplier.</summary>
    public BarrierLevel? IncumbentBarrier { get; init; }

    /// <summary>What happens there that may let us in; null if nothing does.</summary>
    public IncumbentEvent? IncumbentEvent { get; init; }

    /// <summary>The day on which the work on it began; null while it has not.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? OpenedOn { get; init => field = Guard.Iso(value, nameof(OpenedOn)); }

    /// <summary>What has been done since, in order.</summary>
    public IReadOnlyList<ProspectEvent> History { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ProspectEvent>.Empty;

    /// <summary>Whether anything is known of a present supplier.</summary>
    internal bool HasIncumbent =>
        Incumbent is not null || IncumbentSatisfaction is not null || IncumbentBarrier is not null || IncumbentEvent is not null;

    /// <summary>Everything that is wrong with the record, each with the member it is about.</summary>
    /// <param name="asOf">The day of the facts.</param>
    /// <returns>Member and message: a history without a day on which it began, an event that is refused, a day of the future.</returns>
    internal IEnumerable<(string Member, string Message)> Faults(LocalDate asOf)
    {
        if (Balance?.On > asOf)
            yield return ("balance.on", Late(Balance.On!.Value));
        foreach (var (member, message) in Balance?.Faults() ?? [])
            yield return ($"balance.{member}", message);
        if (OpenedOn > asOf)
            yield return ("openedOn", Late(OpenedOn.Value));
        if (OpenedOn is null && History.Count > 0)
            yield return ("openedOn", "it is missing; a history needs the day on which the work began");
        var (at, isRefused) = (OpenedOn is { } opened ? ProspectCase.Open("prospect", opened) : null, false);
        for (var i = 0; i < History.Count; i++)
        {
            var place = Invariant($"history[{i}]");
            if (History[i] is not { } happened)
            {
                yield return (place, "it is null; it must be an object");
                isRefused = true;
                continue;
            }

            if (happened.On > asOf)
                yield return ($"{place}.on", Late(happened.On));

            // What follows a refused event is refused for it, and not named again.
            if (at is null || isRefused)
                continue;
            var result = at.Apply(happened);
            if (!result.IsAccepted)
            {
                yield return (place, $"it is refused: {result.Reason.En}");
                isRefused = true;
            }

            at = result.Case;
        }

        string Late(LocalDate day) => $"it is {LocalDatePattern.Iso.Format(day)}; it must be {LocalDatePattern.Iso.Format(asOf)} "
            + "(the day of the facts) or earlier";
    }

    // Who is won or given up is no prospect any more; the events themselves are checked elsewhere.
    [JsonIgnore]
    internal bool IsClosed => History.Count > 0 && (History[^1].Kind == ProspectEventKind.Dropped
        || History.Select(each => each.Action).OfType<KeyAction>().Distinct().Count() == KeyAction.InOrder.Count);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Since when it is worked on, and how many events there are.</returns>
    public override string ToString() => Invariant(
        $"ProspectRecord {{ OpenedOn = {OpenedOn:R}, ExpectedPurchases = {ExpectedPurchases}, History = {History.Count} }}");
}
