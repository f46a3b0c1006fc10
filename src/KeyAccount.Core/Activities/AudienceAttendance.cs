using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Activities;

/// <summary>The attendance of an audience.</summary>
/// <param name="Audience">The audience; null for guests whose audience is not stated.</param>
/// <param name="Rate">The number invited, and the number who came.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AudienceAttendance(Audience? Audience, RateEstimate Rate)
{
    /// <summary>The number invited, and the number who came.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RateEstimate Rate { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Rate, nameof(Rate));
}
