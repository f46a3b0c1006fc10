using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>What a customer lacks, what our answer is worth to it, and whether that can be shown.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Confidential needs are counted and
/// never named.</remarks>
public sealed record NeedsReview
{
    /// <summary>How many needs are known, confidential ones included.</summary>
    public required long Needs { get; init; }

    /// <summary>How many of them are not met, or not known to be.</summary>
    public required long Open { get; init; }

    /// <summary>What the open ones that are valued are worth in a year; null where none is valued.</summary>
    public decimal? OpenValue { get; init; }

    /// <summary>The iceberg: how many needs lie how deep; depths without a need are left out.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<DepthTotal> Iceberg { get; init => field = ValueList.Of(value ?? []); } = ValueList<DepthTotal>.Empty;

    /// <summary>The open needs, the first to answer first; without the confidential ones.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<NeedGap> Gaps { get; init => field = ValueList.Of(value ?? []); } = ValueList<NeedGap>.Empty;

    /// <summary>What is known before value can be shown: of the account, then of each opportunity that has needs.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<NeedsCompleteness> Completeness { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<NeedsCompleteness>.Empty;

    /// <summary>What is wrong with the arguments.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<FabeFault> FabeFaults { get; init => field = ValueList.Of(value ?? []); } = ValueList<FabeFault>.Empty;

    /// <summary>What to show each person, in the order in which they were given.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ValueSheet> Sheets { get; init => field = ValueList.Of(value ?? []); } = ValueList<ValueSheet>.Empty;

    /// <summary>What our offers are worth to the customer.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<EconomicValue> Offers { get; init => field = ValueList.Of(value ?? []); } = ValueList<EconomicValue>.Empty;

    /// <summary>The needs whose saving is counted under more than one kind of cost, in a need or in an offer; each once.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string> CountedTwice { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>Whether the value of at least one open need is shown: in money, with an argument that has all four parts. Null where no
    /// need is open.</summary>
    public bool? IsValueShown { get; init; }

    /// <summary>The offers that rest on a price of the alternative that nobody has verified.</summary>
    [JsonIgnore]
    public IReadOnlyList<EconomicValue> Hearsay => [.. Offers.Where(offer => offer.Reference.IsHearsay)];

    /// <summary>Reviews needs.</summary>
    /// <param name="needs">The needs.</param>
    /// <param name="people">The people who have them; a need of somebody who is not among them stands on no sheet.</param>
    /// <param name="offers">What our offers are worth.</param>
    /// <param name="asOf">The day of the question.</param>
    /// <param name="presentation">In which way value is presented; null for <see cref="ValuePresentation.Standard"/>.</param>
    /// <returns>The review; null where there is neither a need nor an offer.</returns>
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
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
