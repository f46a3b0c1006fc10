using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Benchmarks;

/// <summary>The people of a customer: six report to each, one in three influences a colleague of the same team, one in five is allied with
/// somebody elsewhere, and one in seven is not known.</summary>
public sealed class CustomerOrganisation
{
    private static readonly StakeholderModels OnLadder = new(Ladder.Points, Ladder.Stances, Ladder.Moves);

    private readonly Stakeholder[] _people;
    private readonly Tie[] _ties;
    private readonly Tie[] _toOne;

    public CustomerOrganisation(int people)
    {
        var random = new Random(4_338);
        _people =
        [
            .. Enumerable.Range(0, people).Select(i => new Stakeholder
            {
                Id = $"p{i:0000}",
                Role = StakeholderRole.InOrder[random.Next(3)],
                ManagementLevel = ManagementLevel.InOrder[i < 7 ? 0 : i < 43 ? 1 : 2],
                Influence = 1 + random.Next(10),
                Ladder = random.Next(7) == 0 ? null : LadderLevel.InOrder[random.Next(5)],
            }),
        ];
        _ties =
        [
            .. Enumerable.Range(1, people - 1).SelectMany(i => (Tie?[])
            [
                new(_people[i].Id, _people[(i - 1) / 6].Id, TieKind.ReportsTo, Strength()),
                i % 3 == 0 ? new(_people[i].Id, _people[i - 1].Id, TieKind.Influences, Strength()) : null,
                i % 5 == 0 ? new(_people[i].Id, _people[random.Next(i)].Id, TieKind.Alliance, Strength()) : null,
            ]).OfType<Tie>(),
        ];
        _toOne = [.. Enumerable.Range(1, people - 1).Select(i => new Tie(_people[0].Id, _people[i].Id, TieKind.Alliance, Strength()))];

        double Strength() => random.Next(1, 11) / 10.0;
    }

    public StakeholderMap Map() => new(_people, _ties, OnLadder);

    public StakeholderMap AroundOne() => new(_people, _toOne, OnLadder);
}
