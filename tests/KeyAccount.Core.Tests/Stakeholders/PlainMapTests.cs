using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

/// <summary>One pass over a map answers for everybody: with the same bits as a search for each person.</summary>
public class PlainMapTests
{
    private static readonly double[] Tenths = [.. Enumerable.Range(1, 10).Select(i => i / 10.0)];

    // Products of tenths that differ in the last digit become the same by the next factor; tiny ones become 0.
    private static readonly Gen<StakeholderMap> Maps =
        from seed in Gen.Choose(0, int.MaxValue)
        from strengths in Gen.Elements<double[]>([1], [0.5, 1], Tenths, [.. Tenths.Select(each => each / 3)], [1e-200, 1e-120, 1])
        from influences in Gen.Elements<double[]>([0], [1, 2, 3], [0, 0.1, 1 / 3.0, 7.7], [1e-300, 1, 1e6], [5e-324, 1e300])
        from levels in Gen.Elements<LadderLevel?[]>(
            [.. LadderLevel.InOrder], [.. LadderLevel.InOrder, null], [LadderLevel.CR1, LadderLevel.CR3], [LadderLevel.CR2], [null])
        select MapOf(new(seed), strengths, influences, levels);

    [Fact]
    public void Every_path_is_the_one_that_a_search_for_the_person_finds() => People.ForAll(Maps, map =>
    {
        var (plain, shown) = (new PlainMap(map), Shown(map));
        for (var i = 0; i < map.People.Count; i++)
            map.PathTo(map.People[i].Id).Should().Be(plain.PathTo(i), $"of {map.People[i].Id} on {shown}");
    });

    [Fact]
    public void Everybody_is_cut_off_who_cannot_be_reached_without_the_person() => People.ForAll(Maps, map =>
    {
        var (plain, shown) = (new PlainMap(map), Shown(map));
        foreach (var risk in map.Risks())
        {
            risk.CutOff.Select(person => person.Id).Should().Equal(
                plain.CutOffWithout(IndexOf(map, risk.Person)).Select(person => person.Id),
                $"without {risk.Person.Id} on {shown}");
        }
    });

    [Fact]
    public void The_support_after_a_loss_or_a_move_is_that_of_a_new_calculation() => People.ForAll(Maps, map =>
    {
        var (plain, shown) = (new PlainMap(map), Shown(map));
        foreach (var risk in map.Risks())
        {
            risk.Without.Should().Be(
                plain.SupportWith(IndexOf(map, risk.Person), null, isLeft: true), $"without {risk.Person.Id} on {shown}");
        }

        foreach (var step in map.NextToWin())
        {
            foreach (var (move, gain) in step.Moves)
            {
                var moved = plain.SupportWith(IndexOf(map, step.Person), move.To, isLeft: false).Value;
                gain.Should().Be(
                    moved - map.Support.Value is { } change ? Math.Floor((change * 1e6) + 0.5) / 1e6 : null,
                    $"of {move} by {step.Person.Id} on {shown}");
            }
        }
    });

    [Fact]
    public void The_support_without_one_of_many_is_that_of_a_new_calculation()
    {
        var random = new Random(44);
        var people = Enumerable.Range(0, 700).Select(i => People.Person(
            $"p{i:000}", i % 7 == 0 ? null : LadderLevel.InOrder[random.Next(5)], Math.Exp(12 * random.NextDouble()))).ToArray();
        var map = People.Map(people, []);
        var plain = new PlainMap(map);
        foreach (var risk in map.Risks())
            risk.Without.Should().Be(plain.SupportWith(IndexOf(map, risk.Person), null, isLeft: true));
    }

    // Both ends are for us: nobody between them is cut off by one loss, and everybody's way is the one from the nearer end.
    [Fact]
    public void A_chain_between_two_supporters_is_held_from_both_ends()
    {
        var people = Enumerable.Range(0, 300).Select(i => People.Person(
            $"p{i:000}", i is 0 or 299 ? LadderLevel.CR1 : LadderLevel.CR3)).ToArray();
        Tie[] chain = [.. Enumerable.Range(1, 299).Select(i => new Tie($"p{i:000}", $"p{i - 1:000}", TieKind.Alliance, 0.9))];
        var map = People.Map(people, chain);

        map.Risks().SelectMany(risk => risk.CutOff).Should().BeEmpty();
        map.PathTo("p149")!.Start.Id.Should().Be("p000");
        map.PathTo("p150")!.Start.Id.Should().Be("p299");
        map.PathTo("p000")!.Start.Id.Should().Be("p299");
        map.PathTo("p000")!.Steps.Should().HaveCount(299);
        People.Map(people, chain[..^1]).Risks().Single(risk => risk.Person.Id == "p001").CutOff.Should().HaveCount(297);
    }

    private static StakeholderMap MapOf(Random random, double[] strengths, double[] influences, LadderLevel?[] levels)
    {
        var count = random.Next(1, 16);
        Stakeholder[] people =
        [
            .. Enumerable.Range(0, count).Select(i => People.Person(
                $"p{i:X}", levels[random.Next(levels.Length)], influences[random.Next(influences.Length)])),
        ];

        // Few enough that some are alone, or so many that there are circles.
        var ties = Enumerable.Range(0, random.Next(3 * count)).Select(_ =>
        {
            var (from, to) = (random.Next(count), random.Next(count));
            var kind = TieKind.InOrder[random.Next(TieKind.InOrder.Count)];
            if (kind == TieKind.ReportsTo && from < to)
                (from, to) = (to, from);
            return new Tie($"p{from:X}", $"p{to:X}", kind, strengths[random.Next(strengths.Length)]);
        });
        random.Shuffle(people);
        return People.Map(
            people,
            [
                .. ties.Where(tie => tie.From != tie.To).DistinctBy(
                    tie => string.CompareOrdinal(tie.From, tie.To) < 0 ? (tie.From, tie.To, tie.Kind) : (tie.To, tie.From, tie.Kind)),
            ]);
    }

    private static int IndexOf(StakeholderMap map, Stakeholder person) => map.People.TakeWhile(each => each.Id != person.Id).Count();

    private static string Shown(StakeholderMap map) => $"{string.Join(", ", map.People)}; {string.Join(", ", map.Ties)}";
}
