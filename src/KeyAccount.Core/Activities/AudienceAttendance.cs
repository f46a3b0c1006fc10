using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Activities;

/// <summary>Which part of an audience came.</summary>
/// <param name="Audience">The audience; null for guests of whom nobody has said it.</param>
/// <param name="Rate">How many were invited, and how many of them came.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AudienceAttendance(Audience? Audience, RateEstimate Rate)
{
    /// <summary>How many were invited, and how many of them came.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RateEstimate Rate { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Rate, nameof(Rate));
}
