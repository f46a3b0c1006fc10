using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Loyalty;

namespace KeyAccount.Core.Tests.Loyalty;

public class WalletAllocationTests
{
    [Theory]
    [InlineData(1, new[] { 1.0 })]
    [InlineData(2, new[] { .6667, .3333 })]
    [InlineData(3, new[] { .5, .3333, .1667 })]
    [InlineData(4, new[] { .4, .3, .2, .1 })]
    public void Keiningham_2011_shares_by_rank(int suppliers, double[] shares)
    {
        for (var rank = 1; rank <= suppliers; rank++)
            WalletAllocation.Share(rank, suppliers).Should().BeApproximately(shares[rank - 1], 0.00005);
        WalletAllocation.FromRanks([.. Enumerable.Range(1, suppliers).Select(rank => (double)rank)])
            .Should().Equal(shares, (actual, expected) => Math.Abs(actual - expected) < 0.00005);
    }

    [Fact]
    public void The_formula_over_one_denominator_is_the_published_one()
    {
        for (var n = 1; n <= 30; n++)
        {
            for (var rank = 1.0; rank <= n; rank += 0.5)
                WalletAllocation.Share(rank, n).Should().BeApproximately((1 - (rank / (n + 1))) * (2.0 / n), 1e-15);
        }
    }

    [Fact]
    public void Equal_ratings_share_the_mean_of_their_places()
    {
        WalletAllocation.Ranks([9, 7, 9, 3]).Should().Equal(1.5, 3, 1.5, 4);
        WalletAllocation.FromRatings([9, 7, 9, 3])
            .Should().Equal([.35, .2, .35, .1], (actual, expected) => Math.Abs(actual - expected) < 1e-15);
        WalletAllocation.Ranks([5, 5, 5]).Should().Equal(2, 2, 2);
        WalletAllocation.Ranks([0.0, -0.0]).Should().Equal(1.5, 1.5);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 2, 4 })]
    [InlineData(new[] { 1.0, 2, 2, 3 })]
    [InlineData(new[] { 1.0, 3, 3, 4 })]
    [InlineData(new[] { 1.0, 2.5, 2.5, 4 })]
    public void A_shared_place_may_be_written_in_any_way(double[] ranks) =>
        WalletAllocation.FromRanks(ranks).Should().Equal([.4, .25, .25, .1], (actual, expected) => Math.Abs(actual - expected) < 1e-15);

    [Fact]
    public void Shares_sum_to_1_for_every_number_of_suppliers_and_every_pattern_of_ties()
    {
        // Few different values, so that ties of every size come up.
        var cases =
            from count in Gen.Choose(1, 1000)
            from levels in Gen.Choose(1, 1000)
            from ratings in Gen.Choose(1, levels).ArrayOf(count)
            select ratings.Select(rating => (double)rating).ToArray();
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), ratings =>
        {
            var shares = WalletAllocation.FromRatings(ratings);
            return Math.Abs(shares.Sum() - 1) < 1e-12
                && shares.All(share => share is > 0 and <= 1)
                && Math.Abs(WalletAllocation.Ranks(ratings).Sum() - (ratings.Length * (ratings.Length + 1) / 2.0)) < 1e-9;
        }));
    }

    [Fact]
    public void A_better_rating_never_gets_less_and_the_order_given_does_not_matter()
    {
        var cases = Gen.Choose(0, 10).ArrayOf().Where(ratings => ratings.Length > 0);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var ratings = Array.ConvertAll(given, rating => (double)rating);
            var shares = WalletAllocation.FromRatings(ratings);
            var turned = WalletAllocation.FromRatings([.. ratings.AsEnumerable().Reverse()]).Reverse();
            return turned.SequenceEqual(shares)
                && ratings.SelectMany((left, i) => ratings.Select(
                    (right, j) => left > right ? shares[i] > shares[j] : left != right || shares[i] == shares[j])).All(holds => holds);
        }));
    }

    [Fact]
    public void What_is_no_rank_is_refused()
    {
        ((Action)(() => WalletAllocation.Share(0.5, 2))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("rank is 0.5; it must be between 1 and 2.*").WithParameterName("rank");
        ((Action)(() => WalletAllocation.Share(2.5, 2))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("rank is 2.5*");
        ((Action)(() => WalletAllocation.Share(double.NaN, 2))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("rank is NaN*");
        ((Action)(() => WalletAllocation.Share(1, 0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("suppliers is 0; it must be above 0.*");
        ((Action)(() => WalletAllocation.FromRatings([])))
            .Should().Throw<ArgumentException>().WithMessage("ratings is empty; it must have at least one supplier.*");
        ((Action)(() => WalletAllocation.FromRanks([]))).Should().Throw<ArgumentException>().WithMessage("ranks is empty*");
        ((Action)(() => WalletAllocation.FromRanks([1, double.NaN])))
            .Should().Throw<ArgumentException>().WithMessage("ranks[1] is NaN; it must be a number.*");
        ((Action)(() => WalletAllocation.FromRatings(null!))).Should().Throw<ArgumentNullException>().WithParameterName("ratings");
    }
}
