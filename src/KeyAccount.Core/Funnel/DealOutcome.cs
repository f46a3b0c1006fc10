using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>How a deal ended.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DealOutcome
{
    /// <summary>An outcome; prefer <see cref="Won"/> or <see cref="Lost"/>.</summary>
    /// <param name="isWon">Whether it was won.</param>
    /// <param name="date">The day.</param>
    /// <param name="reason">Why the deal was lost; null if not known, or if it was won.</param>
    /// <exception cref="ArgumentException">A won deal has a reason for a loss.</exception>
    [JsonConstructor]
    public DealOutcome(bool isWon, LocalDate date, LossReason? reason)
    {
        Guard.Iso(date);
        if (isWon && reason is not null)
            throw new ArgumentException(Invariant($"reason is {reason}; a won deal has none."), nameof(reason));
        (IsWon, Date, Reason) = (isWon, date, reason);
    }

    /// <summary>Whether it was won.</summary>
    public bool IsWon { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Date { get; }

    /// <summary>Why the deal was lost; null if not known, or if it was won.</summary>
    public LossReason? Reason { get; }

    /// <summary>The deal was won.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The outcome.</returns>
    public static DealOutcome Won(LocalDate date) => new(isWon: true, date, reason: null);

    /// <summary>The deal was lost.</summary>
    /// <param name="date">The day.</param>
    /// <param name="reason">Why; null if not known.</param>
    /// <returns>The outcome.</returns>
    public static DealOutcome Lost(LocalDate date, LossReason? reason = null) => new(isWon: false, date, reason);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"DealOutcome {{ IsWon = {IsWon}, Date = {Date:R}, Reason = {Reason} }}");
}
