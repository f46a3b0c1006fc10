using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

[Trait("Frameworks", "all")]
public class ScoreColumnsTests
{
    private static readonly Scorecard<Figures, string> Card = Cards.New()
        .Criterion("a", 1, f => f.A, Cards.AsItIs)
        .Criterion("standing", 1, f => f.Standing, Cards.OfStanding)
        .Cap("blocked", f => f.Flag, "C")
        .Build();

    [Fact]
    public void Columns_are_scored_as_accounts_are()
    {
        var (scores, bands) = Score(Columns([100, 100, 0, double.NaN, 49.9999999, 80], [1, 3, 3, 9, 2, 1], [0, 1, double.NaN, 1, 0, 1]));
        scores.Should().Equal(100, 50, 0, double.NaN, 50, 90);
        bands.Should().Equal(2, 0, 0, -1, 1, 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1_027)]
    public void Any_number_of_rows_is_scored(int rows)
    {
        var random = new Random(rows);
        var facts = Enumerable.Range(0, rows).Select(_ => new Figures
        {
            A = random.Next(5) == 0 ? null : random.NextDouble() * 120,
            Standing = random.Next(5) == 0 ? null : Standing.InOrder[random.Next(4)],
            Flag = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        }).ToArray();
        new Executions<Figures, string>(Card).All(facts).Should().HaveCount(rows);
    }

    [Fact]
    public void Other_columns_are_not_looked_at_and_caps_only_for_bands()
    {
        var columns = Columns([100], [1], [1]);
        columns["other"] = new double[] { 1, 2, 3 };
        Score(columns).Scores.Should().Equal(100);
        columns.Remove("blocked");
        var scores = new double[1];
        Card.ScoreColumns(columns, scores);
        scores.Should().Equal(100);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        foreach (var (key, unit) in new[] { ("a", "raw value"), ("standing", "Value of Standing"), ("blocked", "1 or 0") })
        {
            var columns = Columns([1], [1], [1]);
            columns.Remove(key);
            Misuse(columns, 1, 1).Should().StartWith($"columns has no column '{key}' ({unit}).");
        }
    }

    [Fact]
    public void A_length_that_does_not_fit_is_named()
    {
        Misuse(Columns([1, 2], [1], [1]), 1, 1).Should().StartWith("columns[\"a\"] has the length 2; it must have the length 1 of scores.");
        Misuse(Columns([1], [1], []), 1, 1)
            .Should().StartWith("columns[\"blocked\"] has the length 0; it must have the length 1 of scores.");
        Misuse(Columns([1], [1], [1]), 1, 2)
            .Should().StartWith("bands has the length 2; it must have the length 1, one element per account.");
        Misuse(Columns([], [], []), 0, 1).Should().StartWith("bands has the length 1; it must have the length 0, one element per account.");
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1, 0, "columns[\"a\"][300] is Infinity; it must be finite, or NaN when it is not known.")]
    [InlineData(1, double.NegativeInfinity, 0, "columns[\"standing\"][300] is -Infinity; it must be finite, or NaN when it is not known.")]
    [InlineData(1, 4, 0, "columns[\"standing\"][300] is 4; it must be the value of a Standing: 1, 2, 3, 9.")]
    [InlineData(1, 1.5, 0, "columns[\"standing\"][300] is 1.5; it must be the value of a Standing: 1, 2, 3, 9.")]
    [InlineData(1, 1, 0.5, "columns[\"blocked\"][300] is 0.5; it must be 1 (holds), 0 (does not) or NaN (not known).")]
    [InlineData(1, 1, -1, "columns[\"blocked\"][300] is -1; it must be 1 (holds), 0 (does not) or NaN (not known).")]
    public void A_value_that_is_none_is_named_with_its_row(double a, double standing, double blocked, string message)
    {
        double[][] columns = [new double[301], [.. Enumerable.Repeat(1.0, 301)], new double[301]];
        (columns[0][300], columns[1][300], columns[2][300]) = (a, standing, blocked);
        Misuse(Columns(columns[0], columns[1], columns[2]), 301, 301).Should().Be(message);
    }

    [Fact]
    public void A_zero_may_have_a_sign() => Score(Columns([-0.0], [3], [-0.0])).Bands.Should().Equal(0);

    [Fact]
    public void Many_caps_are_no_trouble()
    {
        var builder = Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs);
        for (var i = 0; i < 300; i++)
            builder.Cap($"cap{i}", f => f.B > 5, i == 299 ? "B" : "A");
        builder.Build().Everywhere(new() { A = 90, B = 6 }).Band.Should().Be("B");
    }

    [Fact]
    public void Nothing_is_no_columns()
    {
        var misuse = () => Card.ScoreColumns(null!, []);
        misuse.Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_003)]
    public void Several_threads_say_what_one_says(int rows)
    {
        var random = new Random(rows);
        double[] Column(Func<double> value) => [.. Enumerable.Range(0, rows).Select(_ => random.Next(6) == 0 ? double.NaN : value())];
        var columns = Columns(Column(() => random.NextDouble() * 120), Column(() => random.Next(1, 4)), Column(() => random.Next(2)));
        var (scores, bands) = Score(columns);
        var (parallel, parallelBands) = (new double[rows], new int[rows]);
        Card.ScoreColumns(columns, parallel.AsMemory(), parallelBands.AsMemory(), new() { MaxDegreeOfParallelism = 4 });
        parallel.Should().Equal(scores);
        parallelBands.Should().Equal(bands);

        var withoutBands = new double[rows];
        Card.ScoreColumns(columns, withoutBands.AsMemory(), default, new());
        withoutBands.Should().Equal(scores);
    }

    [Fact]
    public void Of_several_wrong_values_that_of_the_first_row_is_named_on_any_number_of_threads()
    {
        double[] a = new double[60_000], standing = [.. Enumerable.Repeat(1.0, 60_000)], blocked = new double[60_000];
        a[59_999] = double.PositiveInfinity;
        standing[30_001] = 77;
        a[30_002] = double.NegativeInfinity;
        blocked[30_000] = 0.5;
        var columns = Columns(a, standing, blocked);
        var one = Misuse(columns, 60_000, 60_000);
        one.Should().StartWith("columns[\"blocked\"][30000] is 0.5; it must be 1 (holds), 0 (does not) or NaN (not known).");
        var several = () => Card.ScoreColumns(
            columns, new double[60_000].AsMemory(), new int[60_000].AsMemory(), new() { MaxDegreeOfParallelism = 4 });
        several.Should().Throw<ArgumentException>().WithMessage(one);
        var withoutBands = () => Card.ScoreColumns(columns, new double[60_000]);
        withoutBands.Should()
            .Throw<ArgumentException>().WithMessage("columns[\"standing\"][30001] is 77; it must be the value of a Standing: *");
    }

    [Fact]
    public void Every_score_there_can_be_is_rounded_as_a_division_rounds()
    {
        // All 100,000,001 quantised scores, because the lanes of a CPU do not divide to get them.
        // An ordinary run takes every sixteenth block, and the last.
        var card = Cards.New().Criterion("a", 1, f => f.A, Scale.Linear((0, 0), (100, 100))).MissingData(MissingData.AssumeWorst).Build();
        const int Size = 1 << 16;
        const int Last = 100_000_000;
        var (raw, scores) = (new double[Size], new double[Size]);
        var columns = new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal) { ["a"] = raw };
        var wrong = new List<double>();
        for (var start = 0; start <= Last; start += Size)
        {
            if (!Seeded.IsLong && start % (16 * Size) != 0 && start <= Last - Size)
                continue;
            for (var i = 0; i < Size; i++)
                raw[i] = Math.Min(start + i, Last) / 1e6;
            card.ScoreColumns(columns, scores);
            if (!scores.AsSpan().SequenceEqual(raw))
                wrong.AddRange(raw.Where((score, i) => !scores[i].Equals(score)));
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        var columns = Columns(new double[100_000], [.. Enumerable.Repeat(1.0, 100_000)], new double[100_000]);
        var score = () => Card.ScoreColumns(
            columns, new double[100_000].AsMemory(), default, new() { CancellationToken = new(canceled: true) });
        score.Should().Throw<OperationCanceledException>();
        var misuse = () => Card.ScoreColumns(columns, new double[100_000].AsMemory(), default, null!);
        misuse.Should().Throw<ArgumentNullException>().WithParameterName("options");
        var lengths = () => Card.ScoreColumns(columns, new double[100_000].AsMemory(), new int[1], new());
        lengths.Should().Throw<ArgumentException>().WithParameterName("bands");
    }

    private static Dictionary<string, ReadOnlyMemory<double>> Columns(double[] a, double[] standing, double[] blocked) =>
        new(StringComparer.Ordinal) { ["a"] = a, ["standing"] = standing, ["blocked"] = blocked };

    private static (double[] Scores, int[] Bands) Score(Dictionary<string, ReadOnlyMemory<double>> columns)
    {
        var (scores, bands) = (new double[columns["a"].Length], new int[columns["a"].Length]);
        Card.ScoreColumns(columns, scores, bands);
        return (scores, bands);
    }

    private static string Misuse(Dictionary<string, ReadOnlyMemory<double>> columns, int scores, int bands)
    {
        var score = () => Card.ScoreColumns(columns, new double[scores], new int[bands]);
        return score.Should().Throw<ArgumentException>().Which.Message;
    }
}
