using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>The review of a customer's needs: the gaps, the value of our answers, and whether that value can be shown.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. Confidential needs are counted and
/// never named.</remarks>
public sealed record NeedsReview
{
    /// <summary>The number of known needs, including confidential ones.</summary>
    public required long Needs { get; init; }

    /// <summary>The number of needs that are not met, or not known to be met.</summary>
    public required long Open { get; init; }

    /// <summary>The yearly value of the open needs that are valued; null if none is valued.</summary>
    public decimal? OpenValue { get; init; }

    /// <summary>The iceberg: the number of needs at each depth; depths without a need are left out.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<DepthTotal> Iceberg { get; init => field = ValueList.Of(value ?? []); } = ValueList<DepthTotal>.Empty;

    /// <summary>The open needs in the order in which to answer them, without the confidential ones.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<NeedGap> Gaps { get; init => field = ValueList.Of(value ?? []); } = ValueList<NeedGap>.Empty;

    /// <summary>The checks of what must be known before value can be shown: of the account, then of each opportunity that has
    /// needs.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<NeedsCompleteness> Completeness { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<NeedsCompleteness>.Empty;

    /// <summary>The faults of the arguments.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<FabeFault> FabeFaults { get; init => field = ValueList.Of(value ?? []); } = ValueList<FabeFault>.Empty;

    /// <summary>The value sheet of each person, in the order in which they were given.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ValueSheet> Sheets { get; init => field = ValueList.Of(value ?? []); } = ValueList<ValueSheet>.Empty;

    /// <summary>The economic value of our offers to the customer.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<EconomicValue> Offers { get; init => field = ValueList.Of(value ?? []); } = ValueList<EconomicValue>.Empty;

    /// <summary>The needs whose saving is counted under more than one kind of cost, in a need or in an offer; each once.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string> CountedTwice { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>Whether the value of at least one open need is shown: in money, with an argument that has all four parts. Null if no
    /// need is open.</summary>
    public bool? IsValueShown { get; init; }

    /// <summary>The offers whose price of the alternative nobody has verified.</summary>
    [JsonIgnore]
    public IReadOnlyList<EconomicValue> Hearsay => [.. Offers.Where(offer => offer.Reference.IsHearsay)];

    /// <summary>Reviews needs.</summary>
    /// <param name="needs">The needs.</param>
    /// <param name="people">The people who have the needs; the need of a person who is not listed appears on no sheet.</param>
    /// <param name="offers">The economic value of our offers.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="presentation">The way in which value is presented; null for <see cref="ValuePresentation.Standard"/>.</param>
    /// <returns>The review; null if there is neither a need nor an offer.</returns>
    /// <exception cref="ArgumentNullException">A list or an entry of it is null.</exception>
    /// <exception cref="ArgumentException">An id is duplicated.</exception>
    /// <exception cref="OverflowException">The values do not fit a decimal.</exception>
    public static NeedsReview? Of(
        IReadOnlyList<Need> needs, IReadOnlyList<NeedPerson> people, IReadOnlyList<EconomicValue> offers, LocalDate asOf,
        DecisionTable<PresentationFacts, PresentationAdvice>? presentation = null)
    {
        Guard.NoNull(needs);
        Guard.NoNull(people);
        Guard.NoNull(offers);
        Guard.Iso(asOf);
        Distinct(needs, need => need.Id, nameof(needs));
        Distinct(people, person => person.Id, nameof(people));
        if (needs.Count == 0 && offers.Count == 0)
            return null;
        var open = needs.Where(need => need.IsMet != true).ToArray();
        var gaps = NeedPriority.Rank(needs, asOf);
        var secret = needs.Where(need => need.IsConfidential).Select(need => need.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Needs = needs.Count,
            Open = open.Length,
            OpenValue = open.Any(need => need.GapValue is not null) ? open.Sum(need => need.GapValue ?? 0) : null,
            Iceberg =
            [
                .. needs.GroupBy(need => need.Depth).OrderBy(group => group.Key?.Value ?? int.MaxValue).Select(group => new DepthTotal(
                    group.Key, group.Count(), group.Count(need => need.IsMet != true), group.Sum(need => need.GapValue ?? 0))),
            ],
            Gaps = gaps,
            Completeness = needs.Count == 0 ? [] :
            [
                NeedsCompleteness.Of(needs, people, asOf),
                .. needs.Where(need => need.OpportunityId is not null).GroupBy(need => need.OpportunityId!, StringComparer.Ordinal)
                    .Select(group => NeedsCompleteness.Of([.. group], people, asOf, group.Key)),
            ],
            FabeFaults = [.. needs.Where(need => !need.IsConfidential).SelectMany(need => Fabe.Check(need, asOf))],
            Sheets =
            [
                .. people.Select(person => SheetOf(person, needs, gaps, presentation ?? ValuePresentation.Standard)).OfType<ValueSheet>(),
            ],
            Offers = [.. offers.Select(offer => WithoutSecrets(offer, secret))],
            CountedTwice =
            [
                .. needs.Where(need => need.IsCountedTwice).Select(need => need.Id).Concat(offers.SelectMany(offer => offer.CountedTwice))
                    .Where(id => !secret.Contains(id)).Distinct(StringComparer.Ordinal),
            ],
            IsValueShown = open.Length == 0 ? null
                : open.Any(need => need.GapValue > 0 && need.Fabe.Any(statement => statement.IsComplete)),
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many needs are known and open, and what they are worth.</returns>
    public override string ToString() => Invariant($"NeedsReview {{ Needs = {Needs}, Open = {Open}, OpenValue = {OpenValue}, ")
        + Invariant($"IsValueShown = {IsValueShown}, Offers = {Offers.Count} }}");

    private static void Distinct<T>(IReadOnlyList<T> items, Func<T, string> idOf, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var id = idOf(items[i]);
            if (!seen.Add(id))
                throw new ArgumentException(Invariant($"{name}[{i}].Id is {id}, which is duplicated; each must be unique."), name);
        }
    }

    private static ValueSheet? SheetOf(
        NeedPerson person, IReadOnlyList<Need> needs, IReadOnlyList<NeedGap> gaps,
        DecisionTable<PresentationFacts, PresentationAdvice> presentation)
    {
        var own = needs.Where(need => need.People.Contains(person.Id, StringComparer.Ordinal))
            .ToDictionary(need => need.Id, StringComparer.Ordinal);
        ValueSheetLine[] lines =
        [
            .. gaps.Where(gap => own.ContainsKey(gap.NeedId)).SelectMany(gap => own[gap.NeedId].Fabe.DefaultIfEmpty(null)
                .Select(argument => new ValueSheetLine { Need = gap, Answer = own[gap.NeedId].Answer, Argument = argument })),
        ];
        return lines.Length == 0 ? null : new()
        {
            PersonId = person.Id,
            Name = string.IsNullOrWhiteSpace(person.Name) ? person.Id : person.Name,
            Role = person.Role,
            Presentation = presentation.Decide(new()
            {
                Role = person.Role,
                Style = person.Style,
                Value = lines.Select(line => own[line.Need.NeedId].DecidedBy).FirstOrDefault(value => value is not null)
                    ?? (person.Values.Count > 0 ? person.Values[0] : null),
                HasEvidence = lines.Any(line => line.Argument?.Has(FabePart.Evidence) == true),
            }),
            Lines = lines,
        };
    }

    // An amount without the need it comes from tells nothing of anybody.
    private static EconomicValue WithoutSecrets(EconomicValue offer, HashSet<string> secret) =>
        !offer.Differences.Any(each => each.NeedId is { } id && secret.Contains(id)) ? offer : offer with
        {
            Differences =
            [
                .. offer.Differences.Select(each => each.NeedId is { } id && secret.Contains(id) ? each with { NeedId = null } : each),
            ],
        };
}
