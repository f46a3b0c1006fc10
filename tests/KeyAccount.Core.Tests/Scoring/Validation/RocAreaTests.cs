using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring.Validation;

namespace KeyAccount.Core.Tests.Scoring.Validation;

public class RocAreaTests
{
    // Albumin, total protein and the K-G score of patients with ovarian cancer, and whether surgery helped: DeLong et al. 1988, in the
    // form of SAS/STAT, example "Comparing Receiver Operating Characteristic Curves", 43 patients without missing values.
    private const string Ovarian = """
        3.0 5.8 10 0 3.2 6.3 5 1 3.9 6.8 3 1 2.8 4.8 6 0 3.2 5.8 3 1 0.9 4.0 5 0 2.5 5.7 8 0 1.6 5.6 5 1 3.8 5.7 5 1 3.7 6.7 6 1 3.2 5.4 4 1
        3.8 6.6 6 1 4.1 6.6 5 1 3.6 5.7 5 1 4.3 7.0 4 1 3.6 6.7 4 0 2.3 4.4 6 1 4.2 7.6 4 0 4.0 6.6 6 0 3.5 5.8 6 1 3.8 6.8 7 1 3.0 4.7 8 0
        4.5 7.4 5 1 3.7 7.4 5 1 3.1 6.6 6 1 4.1 8.2 6 1 4.3 7.0 5 1 4.3 6.5 4 1 3.2 5.1 5 1 2.6 4.7 6 1 3.3 6.8 6 0 1.7 4.0 7 0 3.7 6.1 5 1
        3.3 6.3 7 1 4.2 7.7 6 1 3.5 6.2 5 1 2.9 5.7 9 0 2.1 4.8 7 1 2.8 6.2 8 0 4.0 7.0 7 1 3.3 5.7 6 1 3.7 6.9 5 1 3.6 6.6 5 1
        """;

    private static readonly double[][] Patients =
    [
        .. Ovarian.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(each => double.Parse(each, System.Globalization.CultureInfo.InvariantCulture)).Chunk(4),
    ];

    private static readonly Gen<(int Score, bool Happened)> Account =
        from score in Gen.Choose(0, 12)
        from happened in Gen.Elements(true, false)
        select (score, happened);

    private static readonly Arbitrary<(int Score, bool Happened)[]> Accounts = Arb.From(
        Account.ArrayOf().Where(accounts => accounts.Any(each => each.Happened) && accounts.Any(each => !each.Happened)));

    [Theory]
    [InlineData("S100B", 0.73136856368563685, 0.0026686824571724378)]
    [InlineData("WFNS", 0.82367886178861793, 0.0014699147088236264)]
    [InlineData("NDKA", 0.61195799457994582, 0.0031908105493913021)]
    public void Area_and_variance_are_those_of_pROC(string marker, double area, double variance)
    {
        var found = RocArea.Of(Marker(marker), AneurysmPatients.ArePoor);
        found.Value.Should().BeApproximately(area, 1e-14);
        found.StandardError.Should().BeApproximately(Math.Sqrt(variance), 1e-14);
        found.Gini.Should().BeApproximately((2 * area) - 1, 1e-14);
        (found.Events, found.NonEvents).Should().Be((41, 72));
    }

    [Fact]
    public void The_interval_is_that_of_pROC()
    {
        var range = RocArea.Of(AneurysmPatients.Ndka, AneurysmPatients.ArePoor).Interval!;
        range.Low.Should().BeApproximately(0.501244999271703, 1e-12);
        range.High.Should().BeApproximately(0.722670989888189, 1e-12);
    }

    [Theory]
    [InlineData("WFNS", "S100B", 2.2089835914409077, 0.0104061769564846, 0.174214419249478)]
    [InlineData("WFNS", "NDKA", 2.79777591868904, 0.0634011709339876, 0.3600405634833566)]
    [InlineData("NDKA", "S100B", -1.39077002573558, -0.2876917446341914, 0.0488706064228094)]
    public void The_difference_of_two_markers_is_that_of_pROC(string first, string second, double z, double low, double high)
    {
        var difference = RocAreaDifference.Of(Marker(first), Marker(second), AneurysmPatients.ArePoor);
        (difference.Value / difference.StandardError!.Value).Should().BeApproximately(z, 1e-10);
        difference.Interval!.Low.Should().BeApproximately(low, 1e-11);
        difference.Interval.High.Should().BeApproximately(high, 1e-11);
    }

    [Theory]
    [InlineData(0, 0.7366, 0.0927)]
    [InlineData(1, 0.6478, 0.1000)]
    [InlineData(2, 0.7258, 0.1028)]
    public void The_areas_of_the_example_of_DeLong(int test, double area, double error)
    {
        var found = RocArea.Of([.. Patients.Select(each => Test(each, test))], [.. Patients.Select(each => each[3] == 1)]);
        found.Value.Should().BeApproximately(area, 5e-5);
        found.StandardError.Should().BeApproximately(error, 5e-5);
    }

    [Fact]
    public void The_area_of_the_negated_score_is_the_rest() => Check.One(Seeded.Cases(300), Prop.ForAll(Accounts, accounts =>
    {
        var (one, other) = (Of(accounts), Of([.. accounts.Select(each => (-each.Score, each.Happened))]));
        return Math.Abs(one.Value + other.Value - 1) < 1e-14 && Close(one.StandardError, other.StandardError);
    }));

    [Fact]
    public void Only_the_order_of_the_scores_counts() => Check.One(Seeded.Cases(300), Prop.ForAll(Accounts, accounts =>
    {
        var happened = accounts.Select(each => each.Happened).ToArray();
        return Of(accounts) == RocArea.Of([.. accounts.Select(each => Math.Exp(each.Score / 3.0) - 7)], happened);
    }));

    [Fact]
    public void The_order_of_the_accounts_does_not_count() => Check.One(Seeded.Cases(300), Prop.ForAll(
        Accounts, accounts => Of(accounts) == Of([.. accounts.OrderBy(each => HashCode.Combine(each.Score * 7919 % 13, each.Happened))])));

    [Fact]
    public void It_is_the_sum_over_all_pairs_and_equal_weights_change_nothing() => Check.One(
        Seeded.Cases(300), Prop.ForAll(Accounts, accounts =>
        {
            var pairs = from event_ in accounts.Where(each => each.Happened)
                        from other in accounts.Where(each => !each.Happened)
                        select event_.Score > other.Score ? 1 : event_.Score == other.Score ? 0.5 : 0;
            var area = Of(accounts);
            var weighted = RocArea.Of(
                [.. accounts.Select(each => (double)each.Score)], [.. accounts.Select(each => each.Happened)],
                [.. accounts.Select(_ => 2.5)]);
            return Math.Abs(area.Value - pairs.Average()) < 1e-12
                && Math.Abs(area.Value - weighted.Value) < 1e-12 && Close(area.StandardError, weighted.StandardError);
        }));

    [Fact]
    public void Weights_say_what_an_account_is_worth()
    {
        // Of the pairs, 1 of weight 3 is right and 1 of weight 1 wrong.
        var area = RocArea.Of([2, 0, 1], [true, true, false], [3, 1, 5]);
        area.Value.Should().BeApproximately(0.75, 1e-15);
        area.StandardError.Should().BeNull("one account without the event tells nothing of its spread");
        RocArea.Of([2, 0, 1], [true, true, false], [3, 0, 5]).Value.Should().Be(1);
    }

    [Fact]
    public void Unrated_accounts_are_left_out_and_two_scores_are_compared_where_both_rate()
    {
        RocArea.Of([3, double.NaN, 1, 2], [true, true, false, false]).Should().Be(RocArea.Of([3, 1, 2], [true, false, false]));
        var difference = RocAreaDifference.Of(
            [3, double.NaN, 1, 2, 5], [3, 1, 1, double.NaN, 0], [true, true, false, false, false]);
        difference.LeftOut.Should().Be(2);
        (difference.First.Value, difference.Second.Value).Should().Be((0.5, 1));
    }

    [Fact]
    public void What_is_told_apart_without_error_has_no_interval()
    {
        var area = RocArea.Of([4, 3, 2, 1], [true, true, false, false]);
        (area.Value, area.StandardError, area.Interval).Should().Be((1, 0, null));
        var same = RocAreaDifference.Of([4, 3, 2, 5], [8, 6, 4, 10], [true, true, false, false]);
        (same.Value, same.StandardError, same.Interval).Should().Be((0, 0, null));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_its_place()
    {
        FluentActions.Invoking(() => RocArea.Of([1, double.PositiveInfinity], [true, false]))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("scores[1] is Infinity; it must be finite, or NaN *");
        FluentActions.Invoking(() => RocArea.Of([1, 2], [true]))
            .Should().Throw<ArgumentException>().WithMessage("events has the length 1; it must have the length 2 of the scores*");
        FluentActions.Invoking(() => RocArea.Of([1, 2], [true, true]))
            .Should().Throw<ArgumentException>().WithMessage("events is true for all 2 accounts*");
        FluentActions.Invoking(() => RocArea.Of([1, 2, double.NaN], [false, false, true]))
            .Should().Throw<ArgumentException>().WithMessage("events is false for all 2 accounts that are rated*");
        FluentActions.Invoking(() => RocArea.Of([1, 2], [true, false], [1, -0.5]))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("weights[1] is -0.5; it must be finite and at least 0.*");
        FluentActions.Invoking(() => RocArea.Of([1, 2], [true, false], [1, double.NaN]))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("weights[1] is NaN;*");
        FluentActions.Invoking(() => RocArea.Of([1, 2], [true, false], [0, 0]))
            .Should().Throw<ArgumentException>().WithMessage("The sum of weights is 0;*");
        FluentActions.Invoking(() => RocArea.Of([1, 2], [true, false], confidence: 1))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("confidence");
        FluentActions.Invoking(() => RocAreaDifference.Of([1, 2], [1], [true, false]))
            .Should().Throw<ArgumentException>().WithMessage("second has the length 1;*");
    }

    private static double Test(double[] patient, int test) => test == 2 ? 10 - patient[2] : patient[test];

    private static double[] Marker(string name) => name switch
    {
        "S100B" => AneurysmPatients.S100B,
        "WFNS" => AneurysmPatients.Wfns,
        _ => AneurysmPatients.Ndka,
    };

    [Fact]
    public void Rows_of_one_account_do_not_make_the_interval_narrower()
    {
        var (scores, events) = (AneurysmPatients.Ndka, AneurysmPatients.ArePoor);
        int[] each = [.. Enumerable.Range(0, scores.Length)];
        var area = RocArea.Of(scores, events);
        RocArea.Of(scores, events, accounts: each).StandardError.Should().BeApproximately(area.StandardError!.Value, 1e-12);

        // Everything three times, by the same accounts: as much is known as before. As so many accounts it would look better.
        double[] thrice = [.. scores, .. scores, .. scores];
        bool[] happened = [.. events, .. events, .. events];
        var clustered = RocArea.Of(thrice, happened, accounts: [.. each, .. each, .. each]);
        clustered.Value.Should().BeApproximately(area.Value, 1e-12);
        clustered.StandardError.Should().BeApproximately(area.StandardError!.Value, 1e-12);
        RocArea.Of(thrice, happened).StandardError.Should().BeLessThan(0.6 * area.StandardError!.Value);
        double[] other = [.. AneurysmPatients.Ndka.Select((score, i) => i % 3 == 0 ? score : i)];
        RocAreaDifference.Of([.. other, .. other], [.. scores, .. scores], [.. events, .. events], accounts: [.. each, .. each])
            .StandardError.Should().BeApproximately(RocAreaDifference.Of(other, scores, events).StandardError!.Value, 1e-12);

        RocArea.Of([4, 3, 2, 1], [true, true, false, false], accounts: [7, 7, 8, 9]).StandardError.Should()
            .BeNull("one account alone has the event");
        FluentActions.Invoking(() => RocArea.Of([1, 2], [true, false], accounts: [1])).Should().Throw<ArgumentException>()
            .WithMessage("accounts has the length 1*");
    }

    [Fact]
    public void An_account_of_both_kinds_is_one_cluster()
    {
        // By hand: shares of events 1 and ½ (area ¾), of others ½ and 1; account 1 holds the best event and the worse other.
        // Its deviations +¼ and −¼ cancel, those of the other accounts do not: Σ (a/√(2²−2) + b/√(2²−2))² = (0² + ¼² + ¼²) / 2.
        var area = RocArea.Of([4, 2, 3, 1], [true, true, false, false], accounts: [1, 2, 1, 3]);
        area.Value.Should().Be(0.75);
        area.StandardError.Should().BeApproximately(Math.Sqrt(0.0625), 1e-12);
    }

    private static RocArea Of((int Score, bool Happened)[] accounts) =>
        RocArea.Of([.. accounts.Select(each => (double)each.Score)], [.. accounts.Select(each => each.Happened)]);

    private static bool Close(double? one, double? other) => one is null ? other is null : Math.Abs(one.Value - other!.Value) < 1e-12;
}
