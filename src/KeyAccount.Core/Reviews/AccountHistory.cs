using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The history of an account, review by review.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AccountHistory
{
    /// <summary>Creates a history.</summary>
    /// <param name="accountId">The account; not blank.</param>
    /// <param name="points">The points by date, each date once.</param>
    /// <exception cref="ArgumentException">The id is blank, a point is of another account, or the dates do not rise.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> or one of them is null.</exception>
    public AccountHistory(string accountId, IReadOnlyList<ReviewPoint> points)
    {
        AccountId = Guard.NotBlank(accountId, nameof(accountId));
        Points = ValueList.Of(points);
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Summary.Id != accountId)
            {
                throw new ArgumentException(
                    Invariant($"points[{i}] is of '{Points[i].Summary.Id}'; it must be of '{accountId}'."), nameof(points));
            }

            if (i > 0 && Points[i].AsOf <= Points[i - 1].AsOf)
            {
                throw new ArgumentException(
                    Invariant($"points[{i}] is as of {Points[i].AsOf:R}; it must be after {Points[i - 1].AsOf:R}, the one before."),
                    nameof(points));
            }
        }
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>The points by date.</summary>
    public IReadOnlyList<ReviewPoint> Points { get; }

    /// <summary>Lists the changes from each review to the next, with the reasons.</summary>
    /// <returns>A step for every two consecutive points that differ.</returns>
    public IReadOnlyList<ReviewStep> Steps() =>
        [.. Points.Skip(1).Select((later, i) => ReviewStep.Between(Points[i], later)).Where(step => step.HasMoved)];

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account and the number of points.</returns>
    public override string ToString() => Invariant($"AccountHistory {{ AccountId = {AccountId}, Points = {Points.Count} }}");
}
