using System.Text.Json.Serialization;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The prospects of a portfolio: where they stand, which come first, and whether they are enough.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record PortfolioProspects
{
    /// <summary>The rule by which there are too few: fewer are open than the wanted customers need by the rates of the steps.</summary>
    public const string TooFewProspects = "tooFewProspects";

    /// <summary>How many prospects a review names at most.</summary>
    public const int MostNamed = 20;

    /// <summary>How many are in each step, and how many come through.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required ProspectFunnel Funnel { get; init => field = Guard.NotNull(value); }

    /// <summary>How many are open and have been in their step for longer than that usually takes.</summary>
    [FactRange(FactUnit.Count)]
    public int Stuck { get; init; }

    /// <summary>How many new customers are wanted (<see cref="Portfolio.NewCustomersTarget"/>); null where there is no target.</summary>
    [FactRange(FactUnit.Count)]
    public int? Wanted { get; init; }

    /// <summary>How many open prospects that takes: wanted / product of the rates, rounded up; null where there is no target.</summary>
    [FactRange(FactUnit.Count)]
    public long? Needed { get; init; }

    /// <summary>Those that come first: by priority, the highest score first, then by what they are expected to buy.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RankedProspect> Ranking { get; init => field = ValueList.Of(value ?? []); } = ValueList<RankedProspect>.Empty;

    /// <summary>That there are too few, in a sentence; null where they are enough, or there is no target.</summary>
    [JsonIgnore]
    public Text? Warning => Needed > Funnel.Open
        ? TextTable.Library["Prospects.TooFew"].With(
            Funnel.Open, Needed, Wanted, Math.Round(Funnel.ExpectedOrders, 1, MidpointRounding.AwayFromZero))
        : null;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>How many are open, wanted and needed.</returns>
    public override string ToString() =>
        Invariant($"PortfolioProspects {{ Open = {Funnel.Open}, Stuck = {Stuck}, Wanted = {Wanted}, Needed = {Needed} }}");

    /// <summary>The prospects in the making: one account after the other.</summary>
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
