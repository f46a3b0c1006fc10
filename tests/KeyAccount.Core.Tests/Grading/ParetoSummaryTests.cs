using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class ParetoSummaryTests
{
    // Amounts around powers of two stand at the borders of the ranges in which a summary counts.
    private static readonly Gen<long> Amount = Gen.Frequency(
        (6, Gen.Choose(1, 20).Select(amount => (long)amount)),
        (2, Gen.Choose(-5, 0).Select(amount => (long)amount)),
        (3, from power in Gen.Choose(0, 62) from offset in Gen.Choose(-2, 2) select Math.Max(0, (1L << power) + offset)),
        (2, Gen.Choose(1_000_000, 1_003_000).Select(amount => (long)amount)),
        (1, Gen.Elements(long.MaxValue, long.MinValue, long.MaxValue - 1)));

    private static readonly Gen<ParetoCuts> Cuts = Gen.OneOf(
        Gen.Constant(ParetoCuts.OfRevenue),
        Gen.Constant(ParetoCuts.OfHeadCount),
        from a in Gen.Choose(1, 18) from b in Gen.Choose(a + 1, 20) select new ParetoCuts(a / 20m, b / 20m));

    private static readonly Gen<(long[][] Parts, ParetoCuts Cuts, ParetoRule Rule)> Split =
        from pool in Gen.Choose(1, 6).SelectMany(size => Amount.ArrayOf(size))
        from parts in Gen.Choose(1, 4).SelectMany(count => Gen.Choose(0, 12)
            .SelectMany(size => Gen.Frequency((2, Gen.Elements(pool)), (1, Amount)).ArrayOf(size)).ArrayOf(count))
        from cuts in Cuts
        from rule in Gen.Elements(Enum.GetValues<ParetoRule>())
        select (parts, cuts, rule);

    [Fact]
    public void A_portfolio_in_parts_is_graded_exactly_as_the_whole() => Check(Split, @case =>
    {
        var (parts, cuts, rule) = @case;
        Assert.Equal(AsAWhole([.. parts.SelectMany(part => part)], cuts, rule), InParts(parts, cuts, rule).SelectMany(tiers => tiers));
    });

    [Fact]
    public void The_order_of_the_parts_changes_nothing() => Check(Split, @case =>
    {
        var (parts, cuts, rule) = @case;
        var reversed = InParts([.. Enumerable.Reverse(parts)], cuts, rule).AsEnumerable().Reverse();
        Assert.Equal(InParts(parts, cuts, rule).SelectMany(tiers => tiers), reversed.SelectMany(tiers => tiers));
    });

    [Fact]
    public void A_summary_of_parts_is_that_of_the_whole() => Check(Split, @case =>
    {
        var whole = ParetoSummary.Of([.. @case.Parts.SelectMany(part => part)]);
        var merged = ParetoSummary.Merge(@case.Parts.Select(part => ParetoSummary.Of(part)));
        Assert.Equal((whole.Count, whole.Total), (merged.Count, merged.Total));
        Assert.Equal(@case.Parts.Sum(part => part.Length), whole.Count);
        Assert.Equal(@case.Parts.SelectMany(part => part).Aggregate((Int128)0, (sum, amount) => sum + Math.Max(amount, 0)), whole.Total);
    });

    [Theory]
    [InlineData(ParetoRule.Crossing)]
    [InlineData(ParetoRule.Inclusive)]
    [InlineData(ParetoRule.HeadCount)]
    public void A_large_portfolio_is_graded_as_its_accounts_are(ParetoRule rule)
    {
        // The form over accounts sorts, the form over amounts does not; with many ties, and with revenue that is not positive.
        foreach (var spread in (int[])[1, 3, 1_000, 1_000_000_000])
        {
            var random = new Random(spread);
            long[] amounts =
            [
                .. Enumerable.Range(0, 20_000).Select(_ => (long)(random.Next(spread) * random.NextDouble()) + random.Next(-1, 3)),
            ];
            var tiers = new byte[amounts.Length];
            Pareto.Grade(amounts, tiers, rule: rule);
            var graded = Pareto.Grade([.. Enumerable.Range(0, amounts.Length)], i => amounts[i], rule: rule).Accounts;
            tiers.Should().Equal(graded.OrderBy(each => each.Account).Select(each => (byte)each.Tier.Value));
        }
    }

    [Fact]
    public void What_is_far_from_a_cut_is_graded_at_once()
    {
        long[] amounts = [10_000, 7_000, 2_000, 900, 100];
        var tiers = new byte[5];
        var draft = ParetoSummary.Of(amounts).Draft(amounts, tiers);
        tiers.Should().Equal(1, 0, 0, 3, 3);
        draft.Count.Should().Be(2);

        var limits = ParetoDraft.LimitsOf([draft]);
        limits.Should().Be(ParetoDraft.LimitsOf([draft])).And.NotBe(default(ParetoLimits));
        limits.ToString().Should().Be("ParetoLimits { A = 7000, B = 2000 }");
        draft.Complete(limits, tiers);
        tiers.Should().Equal(1, 1, 2, 3, 3);
        amounts.Select(limits.TierOf).Select(tier => (byte)tier.Value).Should().Equal(tiers);
        limits.TierOf(6_999).Should().Be(AccountTier.B);
        limits.TierOf(1_999).Should().Be(AccountTier.C);
        limits.TierOf(0).Should().Be(AccountTier.C);
    }

    [Fact]
    public void Nothing_is_a_portfolio_too()
    {
        var nothing = ParetoSummary.Merge([]);
        (nothing.Count, nothing.Total).Should().Be((0, (Int128)0));
        var draft = nothing.Draft([], []);
        draft.Complete(ParetoDraft.LimitsOf([draft]), []);
        draft.Count.Should().Be(0);
    }

    [Fact]
    public void Misuse_is_named()
    {
        long[] amounts = [5, 5, 5];
        var summary = ParetoSummary.Of(amounts);
        var draft = summary.Draft(amounts, new byte[3]);
        Refused<ArgumentNullException>(() => ParetoSummary.Merge(null!), "parts");
        Refused<ArgumentNullException>(() => ParetoSummary.Merge([null!]), "parts");
        Refused<ArgumentNullException>(() => ParetoDraft.LimitsOf(null!), "parts");
        Refused<ArgumentNullException>(() => ParetoDraft.LimitsOf([null!]), "parts");
        Refused<ArgumentException>(() => ParetoDraft.LimitsOf([]), "parts").Should().StartWith("parts is empty");
        Refused<ArgumentException>(() => ParetoDraft.LimitsOf([draft, ParetoSummary.Of([5, 5, 6]).Draft(amounts, new byte[3])]), "parts")
            .Should().StartWith("parts were not made with equal summaries");
        Refused<ArgumentException>(() => ParetoDraft.LimitsOf([draft, draft]), "parts").Should().StartWith(
            "parts hold 6 open accounts with 30 from 5 to 5, and the portfolio has 3 with 15; give the drafts of all parts, each once.");
        Refused<ArgumentException>(() => ParetoDraft.LimitsOf([summary.Draft(amounts.AsSpan(0, 2), new byte[2])]), "parts")
            .Should().StartWith("parts hold 2 open accounts with 10 from 5 to 5");
        Refused<ArgumentException>(
            () => ParetoDraft.LimitsOf([draft, summary.Draft(amounts, new byte[3], rule: ParetoRule.HeadCount)]), "parts");
        Refused<ArgumentException>(() => summary.Draft(amounts, new byte[2]), "tierValues")
            .Should().StartWith("tierValues has room for 2 accounts");
        Refused<ArgumentOutOfRangeException>(() => summary.Draft(amounts, new byte[3], rule: (ParetoRule)9), "rule")
            .Should().StartWith("rule is 9");
        Refused<ArgumentException>(() => draft.Complete(default, new byte[2]), "tierValues")
            .Should().StartWith("tierValues has the length 2");
    }

    private static byte[] AsAWhole(long[] amounts, ParetoCuts cuts, ParetoRule rule)
    {
        var tiers = new byte[amounts.Length];
        Pareto.Grade(amounts, tiers, cuts, rule);
        return tiers;
    }

    private static byte[][] InParts(long[][] parts, ParetoCuts cuts, ParetoRule rule)
    {
        var whole = ParetoSummary.Merge(parts.Select(part => ParetoSummary.Of(part)));
        var tiers = Array.ConvertAll(parts, part => new byte[part.Length]);
        var drafts = parts.Select((part, i) => whole.Draft(part, tiers[i], cuts, rule)).ToArray();
        var limits = ParetoDraft.LimitsOf(drafts);
        for (var i = 0; i < parts.Length; i++)
            drafts[i].Complete(limits, tiers[i]);
        return tiers;
    }

    private static string Refused<TException>(Action misuse, string parameter)
        where TException : ArgumentException => misuse.Should().Throw<TException>().WithParameterName(parameter).Which.Message;

    private static void Check<T>(Gen<T> cases, Action<T> holds) =>
        FsCheck.Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), holds));

    [Fact]
    public void Summaries_are_equal_by_every_part()
    {
        var summary = ParetoSummary.Of([1, 5, 6]);

        summary.Equals(ParetoSummary.Of([6, 1, 5])).Should().BeTrue();
        summary.GetHashCode().Should().Be(ParetoSummary.Of([6, 1, 5]).GetHashCode());
        summary.Equals(ParetoSummary.Of([6, 6])).Should().BeFalse("the total is the same, the number is not");
        summary.Equals(ParetoSummary.Of([1, 5, 7])).Should().BeFalse("the number is the same, the total is not");
        summary.Equals(ParetoSummary.Of([4, 4, 4])).Should().BeFalse("number and total are the same, the squares are not");
        summary.Equals(ParetoSummary.Of([2, 3, 7])).Should().BeFalse("even the squares are the same, the amounts are not");
        summary.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Drafts_are_equal_by_every_part()
    {
        long[] amounts = [5, 5, 5];
        ParetoDraft Draft(long[] all, ParetoCuts? cuts = null, ParetoRule rule = ParetoRule.Crossing) =>
            ParetoSummary.Of(all).Draft(amounts, new byte[3], cuts, rule);
        var draft = Draft(amounts, new(0.5m, 0.9m));

        draft.Equals(Draft(amounts, new(0.5m, 0.9m))).Should().BeTrue();
        draft.GetHashCode().Should().Be(Draft(amounts, new(0.5m, 0.9m)).GetHashCode());
        draft.Equals(Draft([5, 5, 6], new(0.5m, 0.9m))).Should().BeFalse("another portfolio");
        draft.Equals(Draft(amounts, new(0.6m, 0.9m))).Should().BeFalse("another end of A");
        draft.Equals(Draft(amounts, new(0.5m, 0.8m))).Should().BeFalse("another end of B");
        FluentActions.Invoking(() => ParetoDraft.LimitsOf([draft, Draft(amounts, new(0.6m, 0.9m))])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ParetoDraft.LimitsOf([draft, Draft(amounts, new(0.5m, 0.8m))])).Should().Throw<ArgumentException>();
        draft.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void A_rule_that_is_none_is_refused_with_cuts_too()
    {
        var cuts = new ParetoCuts(0.5m, 0.9m);
        const ParetoRule none = (ParetoRule)9;

        Refused(() => Pareto.Grade([1m], each => each, cuts, none));
        Refused(() => Pareto.Grade([1L], new byte[1], cuts, none));
        Refused(() => ParetoSummary.Of([1]).Draft([1L], new byte[1], cuts, none));

        static void Refused(Action act) => act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rule");
    }
}
