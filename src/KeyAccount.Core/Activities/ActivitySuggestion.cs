using KeyAccount.Core.Relationships;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>An activity suggested by the relationship profile.</summary>
/// <param name="RuleId">The rule of <c>oke.activities</c>.</param>
/// <param name="Reach">How many of the customer's people the activity reaches.</param>
/// <param name="Activity">What to do.</param>
/// <param name="Dimension">The dimension that holds the account back; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivitySuggestion(string RuleId, ActivityReach Reach, Text Activity, OkeDimension? Dimension)
{
    /// <summary>The rule of <c>oke.activities</c>.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string RuleId { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(RuleId, nameof(RuleId));

    /// <summary>How many of the customer's people the activity reaches.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ActivityReach Reach { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Reach, nameof(Reach));

    /// <summary>What to do.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Text Activity { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Activity, nameof(Activity));
}
