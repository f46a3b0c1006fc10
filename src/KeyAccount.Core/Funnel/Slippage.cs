using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>How often and by how much the expected close of a deal was postponed.</summary>
/// <param name="Pushes">How often the close was moved to a later day.</param>
/// <param name="Days">The total number of days.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Slippage(int Pushes, int Days)
{
    /// <summary>From how many pushes on a deal counts as <see cref="ForecastCategory.Pipeline"/> at best: 2. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int PipelineFrom = 2;

    /// <summary>The slippage of a deal. A close that is moved to an earlier day is not a push and does not offset one.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <returns>The slippage.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is null.</exception>
    public static Slippage Of(Opportunity opportunity)
    {
        ArgumentNullException.ThrowIfNull(opportunity);
        var (pushes, days) = (0, 0);
        LocalDate? last = null;
        var expected = opportunity.CloseDates.Select(entry => (LocalDate?)entry.ExpectedClose).Append(opportunity.ExpectedClose);
        foreach (var date in expected.Where(date => date is not null))
        {
            if (date > last)
                (pushes, days) = (pushes + 1, days + Period.DaysBetween(last!.Value, date!.Value));
            last = date;
        }

        return new(pushes, days);
    }

    /// <summary>How far a deal counts in the forecast: as its owner says, but <see cref="ForecastCategory.Pipeline"/> at best when it was
    /// pushed twice or more.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <returns>The category; <see cref="ForecastCategory.Pipeline"/> where its owner says nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is null.</exception>
    public static ForecastCategory CategoryOf(Opportunity opportunity)
    {
        var stated = (opportunity ?? throw new ArgumentNullException(nameof(opportunity))).Category ?? ForecastCategory.Pipeline;
        return stated != ForecastCategory.Omitted && Of(opportunity).Pushes >= PipelineFrom ? ForecastCategory.Pipeline : stated;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"Slippage {{ Pushes = {Pushes}, Days = {Days} }}");
}
