using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The change of an account from one review to the next, with the reasons.</summary>
/// <param name="From">The date of the earlier review.</param>
/// <param name="To">The date of the later review.</param>
/// <param name="Movement">The line of the account before and after: tier, risk, findings.</param>
/// <param name="Score">The change of its value, part by part; null if different scorecards were used, so that the two cannot be
/// compared.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ReviewStep(LocalDate From, LocalDate To, AccountMovement Movement, ScoreChange? Score)
{
    /// <summary>The date of the earlier review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); } = Guard.Iso(From);

    /// <summary>The date of the later review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate To { get; init => field = Guard.Iso(value, nameof(To)); } = Guard.Iso(To);

    /// <summary>Whether the tier, the risk, the findings or the score have changed.</summary>
    [JsonIgnore]
    public bool HasMoved => Movement?.HasMoved == true || Score is null || Score.Points is not 0 || Score.BandChanged;

    /// <summary>Compares two points of an account.</summary>
    /// <param name="earlier">The earlier point.</param>
    /// <param name="later">The later point.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The points are of different accounts, or not in chronological order.</exception>
    public static ReviewStep Between(ReviewPoint earlier, ReviewPoint later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (earlier.Summary.Id != later.Summary.Id)
            throw new ArgumentException($"later is of '{later.Summary.Id}'; it must be of '{earlier.Summary.Id}'.", nameof(later));
        if (later.AsOf <= earlier.AsOf)
            throw new ArgumentException(Invariant($"later is as of {later.AsOf:R}; it must be after {earlier.AsOf:R}."), nameof(later));
        return new(
            earlier.AsOf, later.AsOf, new(earlier.Summary, later.Summary),
            earlier.Value.ModelId == later.Value.ModelId ? later.Value.ChangeFrom(earlier.Value) : null);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The dates, the account and the points.</returns>
    public override string ToString() =>
        Invariant($"ReviewStep {{ From = {From:R}, To = {To:R}, Id = {Movement?.Id}, Points = {Score?.Points} }}");
}
