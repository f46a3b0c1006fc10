using System.Globalization;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Core.Tests.House;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Tests.Scoring.Validation;

/// <summary>The customers of CDNOW scored by recency, frequency and money on the last day of 1997, held against the half year after
/// it: the figures of the README.</summary>
public class PurchasesTests
{
    private static readonly LocalDate AsOf = new(1997, 12, 31);

    private static readonly Scorecard<Buyer, string> Rfm = Scorecard.For<Buyer, string>("rfm")
        .Criterion("recency", 1, b => b.DaysSince, Scale.Steps((0, 100), (31, 80), (91, 60), (181, 40), (271, 20)))
        .Criterion("frequency", 1, b => b.Days, Scale.Steps((1, 20), (2, 40), (3, 60), (5, 80), (9, 100)))
        .Criterion("money", 1, b => b.Money, Scale.Steps((0, 20), (20, 40), (50, 60), (100, 80), (250, 100)))
        .Bands((0, "D"), (30, "C"), (50, "B"), (70, "A"))
        .Build();

    [Fact]
    public void Recency_frequency_and_money_foretell_who_buys_again()
    {
        var buyers = SharedData.Rows("cdnow-purchases.csv")
            .Select(row => (
                Id: row[0], On: LocalDatePattern.Iso.Parse(row[1]).Value,
                Amount: double.Parse(row[^1], CultureInfo.InvariantCulture)))
            .GroupBy(row => row.Id).Where(rows => rows.Any(row => row.On <= AsOf))
            .Select(rows => (
                Before: rows.Where(row => row.On <= AsOf).ToArray(), Later: rows.Where(row => row.On > AsOf).Sum(row => row.Amount),
                Again: rows.Any(row => row.On > AsOf)))
            .ToArray();
        Buyer[] facts =
        [
            .. buyers.Select(each => new Buyer
            {
                DaysSince = Period.DaysBetween(each.Before.Max(row => row.On), AsOf),
                Days = each.Before.Select(row => row.On).Distinct().Count(), Money = each.Before.Sum(row => row.Amount),
            }),
        ];
        var scores = new double[facts.Length];
        Rfm.ScoreAll(facts, scores);
        bool[] again = [.. buyers.Select(each => each.Again)];
        var validation = ScoreValidation.Of(new ScoredOutcomes(scores, again), Rfm.Bands);
        var worth = CriteriaWorth.Of(Rfm, Rfm.ColumnsOf(facts), again);

        string[] told =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{validation.Rated.Accounts:N0} customers, of which {validation.Rated.Events:N0} bought again"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"AUC is {validation.Area!.Value:0.000} ({validation.Area.Interval!.Low:0.000} to {validation.Area.Interval.High:0.000})"),
            .. validation.Bands.Select(band => string.Create(
                CultureInfo.InvariantCulture,
                $"| {band.Name} | {band.Accounts} | {100 * band.Outcome:0.0} % | {band.Lift:0.00} | {100 * band.CumulativeCapture:0.0} % |")),
            .. worth.Criteria.Select(each => string.Create(
                CultureInfo.InvariantCulture,
                $"| {each.Key} | {each.Alone!.Value:0.000} | {100 * each.LeftOut!.Value:+0.00;-0.00} "
                + $"| {100 * each.Permuted:+0.00;-0.00} | {each.Information.Value:0.000} |")),
        ];
        validation.Verdict.Should().Be(ValidationVerdict.Kept);
        validation.Findings.Should().BeEmpty("the bands are in order");
        var readme = File.ReadAllText(
            Path.Combine(SourceFiles.Root, "src", "KeyAccount.Core", "Scoring", "Validation", "README.md"));
        told.Where(line => !readme.Contains(line, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private sealed record Buyer
    {
        public double? DaysSince { get; init; }

        public double? Days { get; init; }

        public double? Money { get; init; }
    }
}
