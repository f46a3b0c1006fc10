using System.Text.Json.Serialization;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The prospects of a portfolio: their steps, their priorities, and whether there are enough of them.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record PortfolioProspects
{
    /// <summary>The rule that there are too few prospects: fewer are open than the target needs at the rates of the steps.</summary>
    public const string TooFewProspects = "tooFewProspects";

    /// <summary>The maximum number of prospects that a review names.</summary>
    public const int MostNamed = 20;

    /// <summary>The number of prospects in each step, and the rates at which they pass.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required ProspectFunnel Funnel { get; init => field = Guard.NotNull(value); }

    /// <summary>The number of open prospects that have been in their step for longer than usual.</summary>
    [FactRange(FactUnit.Count)]
    public int Stuck { get; init; }

    /// <summary>The target number of new customers (<see cref="Portfolio.NewCustomersTarget"/>); null if there is none.</summary>
    [FactRange(FactUnit.Count)]
    public int? Wanted { get; init; }

    /// <summary>The number of open prospects needed for the target: wanted / product of the rates, rounded up; null if there is no
    /// target.</summary>
    [FactRange(FactUnit.Count)]
    public long? Needed { get; init; }

    /// <summary>The prospects in their order: by priority, the highest score first, then by expected purchases.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RankedProspect> Ranking { get; init => field = ValueList.Of(value ?? []); } = ValueList<RankedProspect>.Empty;

    /// <summary>The warning that there are too few, in a sentence; null if there are enough, or there is no target.</summary>
    [JsonIgnore]
    public Text? Warning => Needed > Funnel.Open
        ? TextTable.Library["Prospects.TooFew"].With(
            Funnel.Open, Needed, Wanted, Math.Round(Funnel.ExpectedOrders, 1, MidpointRounding.AwayFromZero))
        : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The numbers of open, wanted and needed prospects.</returns>
    public override string ToString() =>
        Invariant($"PortfolioProspects {{ Open = {Funnel.Open}, Stuck = {Stuck}, Wanted = {Wanted}, Needed = {Needed} }}");

    /// <summary>Accumulates prospects, one account after the other.</summary>
    internal sealed class Sum
    {
        private readonly List<ProspectCase> _cases = [];
        private readonly List<RankedProspect> _ranked = [];
        private int _stuck;

        public void Add(AccountReview review)
        {
            if (review.Prospect is not { } prospect)
                return;
            if (prospect.Case is { } work)
                _cases.Add(work);
            if (prospect.IsStuck)
                _stuck++;
            if (prospect.Case is { IsOpen: false })
                return;
            _ranked.Add(new(
                review.Id, review.Name, prospect.Priority.Band, prospect.Priority.Score, prospect.ExpectedPurchases, prospect.Case?.Step,
                prospect.IsWaiting ? null : prospect.Case?.NextAction, prospect.IsStuck));
        }

        public PortfolioProspects? ToProspects(int? wanted)
        {
            if (_cases.Count == 0 && _ranked.Count == 0 && wanted is null)
                return null;
            var funnel = ProspectFunnel.Of(_cases);
            return new()
            {
                Funnel = funnel,
                Stuck = _stuck,
                Wanted = wanted,
                Needed = wanted is { } target ? funnel.NeededFor(target) : null,
                Ranking =
                [
                    .. _ranked.OrderByDescending(each => each.Priority?.Value ?? 0).ThenByDescending(each => each.Score ?? -1)
                        .ThenByDescending(each => each.ExpectedPurchases ?? -1).ThenBy(each => each.Account, StringComparer.Ordinal)
                        .Take(MostNamed),
                ],
            };
        }
    }
}
