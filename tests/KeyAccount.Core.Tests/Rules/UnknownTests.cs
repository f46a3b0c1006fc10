using System.Linq.Expressions;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>What is not known is not different: how rules and caps read a condition in three values.</summary>
public class UnknownTests
{
    private static readonly AccountTier[] Good = [AccountTier.A, AccountTier.B];
    private static readonly AccountTier?[] GoodOrUnknown = [AccountTier.A, null];

    // A condition, what it says of facts of which nothing is known, and whether a cap may hold it.
    private static readonly (Expression<Func<Facts, bool>> When, bool? Unknown, bool IsForCaps)[] Conditions =
    [
        (f => f.Visits != 3, null, true),
        (f => f.Visits == 3, null, true),
        (f => f.Tier != AccountTier.A, null, true),
        (f => !(f.Tier == AccountTier.A), null, true),
        (f => !(f.Visits > 5), null, true),
        (f => f.Visits > 5, null, true),
        (f => !!(f.Visits <= 5), null, true),
        (f => f.Visits != f.Calls, null, true),
        (f => f.Visits == f.Calls, null, true),
        (f => f.Name != "Anna", null, true),
        (f => f.Price != 3m, null, true),
        (f => f.IsOverdue != true, null, true),
        (f => f.IsOverdue == false, null, true),
        (f => !f.IsOverdue!.Value, null, true),
        (f => !(bool)f.IsOverdue!, null, true),
        (f => f.Visits!.Value != 3, null, true),
        (f => (double)f.Visits! != 3, null, true),
        (f => f.Visits + 1 != 3, null, true),
        (f => -f.Visits != 3, null, true),
        (f => (f.Visits > 5) == false, null, true),
        (f => (f.Visits > 5) != (f.Calls > 5), null, true),
        (f => (f.Visits > 5) ^ true, null, true),
        (f => (f.Visits > 5 ? 1 : 2) != 1, null, true),
        (f => f.Of!.Tier != AccountTier.A, null, true),
        (f => f.Of!.Of!.Visits != 3, null, true),
        (f => !f.Of!.IsKey, null, true),
        (f => f.Day != DayOfWeek.Monday, null, true),

        // Kleene
        (f => f.Visits != 3 && f.Always, null, true),
        (f => f.Visits != 3 && !f.Always, false, true),
        (f => f.Visits != 3 || f.Always, true, true),
        (f => f.Visits != 3 || !f.Always, null, true),
        (f => !(f.Visits != 3 && !f.Always), true, true),
        (f => f.Visits == 3 || f.Visits != 3, null, true),
        (f => f.Always ? f.Visits != 3 : f.Always, null, true),
#pragma warning disable MA0140 // what both answers have in common is not known while the question is not
        (f => f.Visits != 3 ? f.Always : f.Always, null, true),
#pragma warning restore MA0140

        // Questions for null have answers.
        (f => f.Visits == null, true, true),
        (f => f.Visits != null, false, true),
        (f => !f.Visits.HasValue, true, true),
        (f => f.Visits.HasValue, false, true),
        (f => f.Tier == null, true, true),
        (f => null != f.Tier, false, true),
        (f => f.Of == null, true, true),
        (f => f.Of!.Tier == null, true, true),
        (f => f.Of!.Of!.Visits.HasValue, false, true),
        (f => (f.Visits ?? 3) != 3, false, true),
        (f => (f.Of!.Visits ?? 3) == 3, true, true),
        (f => f.Visits.GetValueOrDefault() == 0, true, true),
        (f => !(f.IsOverdue ?? false), true, true),
        (f => f.Visits == null || f.Visits != 3, true, true),
        (f => f.Visits != null && f.Visits != 3, false, true),

        // What only a rule may hold
        (f => f.Tier is object, false, false),
        (f => !f.Tier!.Equals(AccountTier.A), null, false),
        (f => !f.Visits.Equals(3.0), null, false),
        (f => !Equals(f.Tier, AccountTier.A), null, false),
        (f => Equals(f.Tier, null), true, false),
        (f => !string.Equals(f.Name, "Anna", StringComparison.OrdinalIgnoreCase), null, false),
        (f => !Enumerable.Contains(Good, f.Tier), null, false),
        (f => Enumerable.Contains(GoodOrUnknown, f.Tier), true, false),
        (f => !f.Name!.Contains('x'), null, false),
        (f => f.Name!.Length != 4, null, true),
        (f => f.Name + "!" != "Anna!", null, false),
        (f => f.Tier!.Value != 1, null, false),
        (f => f.On != new DateTime(2026, 11, 28), null, false),
        (f => f.Visits!.Value.CompareTo(3) != 0, null, false),
        (f => f.List!.Count != 3, null, false),
        (f => !f.List!.Any(), null, false),
        (f => f.List![0] != 3, null, false),
        (f => f.Array!.Length != 3, null, false),
        (f => f.Array![0] != 3, null, false),
        (f => Math.Abs(f.Visits!.Value) != 3, null, false),
        (f => !f.Unknowns.Any(each => each != 3), null, false),
        (f => f.Unknowns.All(each => each == null || each != 3), true, false),
        (f => !f.Unknowns.Any(each => each == null), false, false),

        // A method of one's own that takes a nullable is asked about null itself.
        (f => IsGood(f.Tier), true, false),
        (f => !IsGood(f.Tier), false, false),
        (f => string.IsNullOrEmpty(f.Name), true, false),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Conditions.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_matches_where_its_condition_is_true_and_neither_where_it_is_false_nor_unknown(int index)
    {
        var (when, unknown, _) = Conditions[index];
        Table(when).Decide(new()).IsDecided.Should().Be(unknown == true, $"{when}");
        Table(Not(when)).Decide(new()).IsDecided.Should().Be(unknown == false, $"not {when}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_known_facts_a_rule_says_what_CSharp_says(int index)
    {
        var when = Conditions[index].When;
        var compiled = when.Compile();
        foreach (var facts in Known)
        {
            Table(when).Decide(facts).IsDecided.Should().Be(compiled(facts), $"{when} of {facts}");
            Table(Not(when)).Decide(facts).IsDecided.Should().Be(!compiled(facts), $"not {when} of {facts}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_cap_reads_a_condition_as_a_rule_does(int index)
    {
        var (when, unknown, isForCaps) = Conditions[index];
        if ($"{when}".Contains("Tier.Value", StringComparison.Ordinal))
        {
            FluentActions.Invoking(() => Capped(when)).Should().Throw<InvalidModelException>("a cap compares terms and not their numbers");
            return;
        }

        if (!isForCaps)
            FluentActions.Invoking(() => Capped(when).ToExpression()).Should().Throw<InvalidModelException>($"a database cannot ask {when}");

        foreach (var facts in (Facts[])[new(), .. Known])
        {
            bool? read = Table(when).Decide(facts).IsDecided ? true : Table(Not(when)).Decide(facts).IsDecided ? false : null;
            Capped(when).Assess(facts).Caps.Single().Holds.Should().Be(read, $"{when} of {facts}");
        }

        Capped(when).Assess(new()).Caps.Single().Holds.Should().Be(unknown, $"{when}");
    }

    [Fact]
    public void The_proof_tells_what_each_rule_answers_while_a_fact_is_not_known()
    {
        var proof = DecisionTable.For<Facts, string>("proof")
            .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
            .Domain(f => f.IsOverdue, [true, false, null])
            .Rule("other", f => f.Tier != AccountTier.A, "x")
            .Rule("asks", f => f.Tier == null && f.IsOverdue == true, "y")
            .Rule("either", f => f.Tier == AccountTier.B || f.IsOverdue == false, "z")
            .Build(HitPolicy.Collect)
            .Verify();
        proof.OnUnknown.Should().Equal(
            new("other", "Tier", 0, 0, 3),
            new("asks", "Tier", 1, 1, 1),
            new("asks", "IsOverdue", 0, 3, 1),
            new("either", "Tier", 1, 0, 2),
            new("either", "IsOverdue", 1, 0, 3));
        proof.MatchesWhileUnknown("other").Should().BeEmpty();
        proof.MatchesWhileUnknown("asks").Should().Equal("Tier");
        proof.MatchesWhileUnknown("either").Should().Equal("Tier", "IsOverdue");
        proof.ToString().Should().EndWith("While Tier is unknown, rule 'asks' holds in 1 combination, fails in 1 and is unknown in 1.\n"
            + "While Tier is unknown, rule 'either' holds in 1 combination, fails in 0 and is unknown in 2.\nWhile IsOverdue is unknown, rule 'either' holds in 1 combination, fails in 0 and is unknown in 3.");
    }

    [Fact]
    public void A_quotient_by_0_is_not_known_of_whole_numbers_and_of_others()
    {
        var (of, whole) = (new Facts { Visits = 0 }, 0);
        foreach (var condition in (System.Linq.Expressions.Expression<Func<Facts, bool>>[])
        [
            f => 3 / f.Visits > 1, f => !(3 / f.Visits > 1), f => 3 % f.Visits == 0, f => 3 / (int)f.Visits! == 1, f => 3 % (int)f.Visits! != 1, f => 3 / whole > 1 || 3 / f.Visits < 1,
            f => (decimal)f.Visits! / (decimal)f.Visits > 0,
        ])
            Table(condition).Decide(of).IsDecided.Should().BeFalse("{0}", condition);
        Table(f => 3 / f.Visits < 1).Decide(new() { Visits = -0.0 }).IsDecided.Should().BeFalse();
        Table(f => 3 / f.Visits > 1).Decide(new() { Visits = 1 }).IsDecided.Should().BeTrue();
        Table(f => 3 / f.Visits > 1 || f.Visits == 0).Decide(of).IsDecided.Should().BeTrue("the other half is known");
        Table(f => !(3 / f.Visits > 1) || f.Visits < 1).Decide(of).IsDecided.Should().BeTrue();
    }

    [Fact]
    public void A_variable_that_was_null_asks_for_null()
    {
        AccountTier? nobody = null;
        Table(f => f.Tier == nobody).Decide(new()).IsDecided.Should().BeTrue();
        Table(f => f.Tier != nobody).Decide(new()).IsDecided.Should().BeFalse();
        nobody.Should().BeNull();
    }

    [Fact]
    public void A_combination_that_only_different_from_unknown_would_answer_is_a_gap() => DecisionTable.For<Facts, string>("gap")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Rule("a", f => f.Tier == AccountTier.A, "x")
        .Rule("other", f => f.Tier != AccountTier.A, "y")
        .Build(HitPolicy.Unique)
        .Verify().Gaps.Select(gap => gap.ToString()).Should().Equal("Tier = unknown");

    private static IEnumerable<Facts> Known =>
        from visits in (double[])[3, 5, 6, -3, 0]
        from overdue in (bool[])[true, false]
        from tier in (AccountTier[])[AccountTier.A, AccountTier.C]
        let inner = new Facts { Visits = visits, Tier = tier, IsKey = overdue }
        select new Facts
        {
            Visits = visits, Calls = 3, Tier = tier, IsOverdue = overdue, Name = overdue ? "Anna" : "Max", Price = (decimal)visits,
            Of = inner with { Of = inner }, Day = overdue ? DayOfWeek.Monday : DayOfWeek.Friday, On = new(2026, 11, overdue ? 28 : 27),
            List = [(int)visits, 1, 2], Array = [(int)visits], Unknowns = [visits],
        };

    private static bool IsGood(AccountTier? tier) => tier is null || tier == AccountTier.A;

    private static Expression<Func<Facts, bool>> Not(Expression<Func<Facts, bool>> when) =>
        Expression.Lambda<Func<Facts, bool>>(Expression.Not(when.Body), when.Parameters);

    private static DecisionTable<Facts, string> Table(Expression<Func<Facts, bool>> when) =>
        DecisionTable.For<Facts, string>("one").Rule("rule", when, "x").Build(HitPolicy.Unique);

    private static Scorecard<Facts, AccountTier> Capped(Expression<Func<Facts, bool>> when) => Scorecard
        .For<Facts, AccountTier>("one")
        .Criterion("one", 1, _ => 100, Scale.Linear((0, 0), (100, 100)))
        .Cap("cap", Expression.Lambda<Func<Facts, bool?>>(Expression.Convert(when.Body, typeof(bool?)), when.Parameters), AccountTier.C)
        .Bands((0, AccountTier.C), (50, AccountTier.A))
        .Build();

    public sealed record Facts
    {
        public double? Visits { get; init; }

        public double? Calls { get; init; }

        public decimal? Price { get; init; }

        public AccountTier? Tier { get; init; }

        public bool? IsOverdue { get; init; }

        public bool IsKey { get; init; }

        public bool Always { get; init; } = true;

        public string? Name { get; init; }

        public DayOfWeek? Day { get; init; }

        public DateTime? On { get; init; }

        public IReadOnlyList<int>? List { get; init; }

        public int[]? Array { get; init; }

        public double?[] Unknowns { get; init; } = [null];

        public Facts? Of { get; init; }
    }
}
