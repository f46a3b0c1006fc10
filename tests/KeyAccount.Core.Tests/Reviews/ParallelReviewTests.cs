using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>A review on several threads is the review on one, to the byte.</summary>
public class ParallelReviewTests
{
    private static readonly ParallelOptions Four = new() { MaxDegreeOfParallelism = 4 };

    [Theory]
    [InlineData(2, true, 3)]
    [InlineData(4, false, 3)]
    [InlineData(3, true, 0)]
    [InlineData(-1, false, 0)]
    public void It_has_the_same_bytes(int threads, bool isIndented, int groups)
    {
        var text = Text(200, groups);
        var file = Read(text);
        var one = new AccountReviewer().Begin(file);
        var several = one.InParallel(new() { MaxDegreeOfParallelism = threads });
        Json(several, isIndented).Should().Be(Json(one, isIndented));
        Json(new AccountReviewer().Begin(PortfolioFile.Read(Stream(text), new ParallelOptions { MaxDegreeOfParallelism = threads })), isIndented)
            .Should().Be(Json(one, isIndented));
        several.ToReview().Should().Be(one.ToReview());
        Json(several.OwnedBy("Li"), isIndented).Should().Be(Json(one.OwnedBy("Li"), isIndented));
        Json(several.RankedBy(ParetoLevel.Group), isIndented).Should().Be(Json(one.RankedBy(ParetoLevel.Group), isIndented));
    }

    [Fact]
    public void It_is_the_same_for_any_number_of_accounts_and_threads() =>
        Prop.ForAll(Gen.Choose(0, 70).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (accounts, threads) =>
    {
        var one = new AccountReviewer().Begin(Read(Text(accounts, 0)));
        Json(one.InParallel(new() { MaxDegreeOfParallelism = threads }), true).Should().Be(Json(one, true));
    }).Check(Seeded.Cases(8));

    [Fact]
    public void It_stands_inside_a_larger_object_as_it_does_on_one_thread()
    {
        var one = new AccountReviewer().Begin(Read(Text(40, 0)));
        Inside(one.InParallel(Four)).Should().Be(Inside(one));

        static string Inside(PortfolioReviewRun run) => Written(true, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("reviews");
            run.WriteTo(json);
            run.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    [Fact]
    public void Faults_are_told_in_the_order_of_the_file()
    {
        var text = Text(120, 0).Replace("\"grossMarginRate\": 0.21", "\"grossMarginRate\": 21").Replace("\"id\": \"a0090\"", "\"id\": \"a0011\"");
        Action one = () => Read(text);
        Action four = () => PortfolioFile.Read(Stream(text), Four);
        var faults = one.Should().Throw<InvalidModelException>().Which.Faults;
        faults.Should().HaveCountGreaterThan(10);
        four.Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(faults);

        var skipping = PortfolioFile.ReadSkippingBadAccounts(Stream(text));
        var onFour = PortfolioFile.ReadSkippingBadAccounts(Stream(text), Four);
        onFour.Skipped.Should().Equal(skipping.Skipped).And.NotBeEmpty();
        onFour.Entries.Should().Equal(skipping.Entries);
        Json(new AccountReviewer().Begin(onFour).InParallel(Four), true).Should().Be(Json(new AccountReviewer().Begin(skipping), true));
    }

    [Fact]
    public void What_models_refuse_is_told_as_on_one_thread()
    {
        // An amount that fits a decimal, and whose share of the margin does not.
        var text = Text(90, 0).Replace("\"amount\": 7", "\"amount\": 70000000000000000000000000000");
        var one = new AccountReviewer().Begin(PortfolioFile.ReadSkippingBadAccounts(Stream(text)));
        Json(one.InParallel(Four), true).Should().Be(Json(one, true));
    }

    [Fact]
    public void Missing_rates_are_told_in_one_line()
    {
        var text = Text(60, 0).Replace("\"owner\": \"Li\"", "\"currency\": \"EUR\", \"owner\": \"Li\"");
        Action one = () => Read(text);
        Action four = () => PortfolioFile.Read(Stream(text), Four);
        four.Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(one.Should().Throw<InvalidModelException>().Which.Faults);
    }

    [Fact]
    public void Progress_is_true_and_told_by_the_thread_that_asks()
    {
        var (text, told, bytes) = (Text(150, 0), new List<(int Done, int Thread)>(), new List<long>());
        var file = PortfolioFile.Read(Stream(text), Four, bytes.Add);
        bytes.Should().BeInAscendingOrder().And.HaveCountGreaterThan(149);
        bytes[^1].Should().BeLessThanOrEqualTo(2L * Encoding.UTF8.GetByteCount(text));
        new AccountReviewer().Begin(file).InParallel(Four).Reviews(done => told.Add((done, Environment.CurrentManagedThreadId))).Should().HaveCount(150);
        told.Should().Equal(Enumerable.Range(1, 150).Select(done => (done, Environment.CurrentManagedThreadId)));
    }

    [Fact]
    public void It_stops_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var run = new AccountReviewer().Begin(Read(Text(300, 0)))
            .InParallel(new() { MaxDegreeOfParallelism = 2, CancellationToken = cancellation.Token });
        var seen = 0;
        FluentActions.Invoking(() =>
        {
            foreach (var account in run.Reviews())
            {
                if (++seen == 10)
                    cancellation.Cancel();
            }
        }).Should().Throw<OperationCanceledException>();
        seen.Should().Be(10);
        FluentActions.Invoking(() => PortfolioFile.Read(Stream(Text(20, 0)), new ParallelOptions { CancellationToken = cancellation.Token }))
            .Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void Who_leaves_in_the_middle_may_close_the_file_at_once()
    {
        for (var i = 0; i < 5; i++)
        {
            using var stream = new Closing(Encoding.UTF8.GetBytes(Text(200, 0) + new string(' ', 9 << 20)));
            var run = new AccountReviewer().Begin(PortfolioFile.Read(stream)).InParallel(Four);
            run.Reviews().Take(1 + (7 * i)).Should().HaveCount(1 + (7 * i));
            stream.End();
            Thread.Sleep(1);
            stream.ReadsAfterClosing.Should().Be(0);
        }
    }

    [Fact]
    public void Several_threads_may_use_one_review()
    {
        var run = new AccountReviewer().Begin(Read(Text(60, 2))).InParallel(Four);
        var expected = Json(run, true);
        var results = new string[8];
        Parallel.For(0, results.Length, i => results[i] = Json(run, true));
        results.Should().AllBe(expected);
    }

    [Fact]
    public void Options_are_needed()
    {
        var run = new AccountReviewer().Begin(Read(Text(1, 0)));
        FluentActions.Invoking(() => run.InParallel(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PortfolioFile.Read(Stream("{}"), null!, null)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PortfolioFile.ReadSkippingBadAccounts(Stream("{}"), null!, null)).Should().Throw<ArgumentNullException>();
    }

    // Accounts that differ; of each third some owner, the first of them heads of groups, whose members are scattered.
    private static string Text(int accounts, int groups)
    {
        var lines = Enumerable.Range(0, accounts).Select(i =>
            $$"""
            { "id": "a{{i:0000}}", "name": "Account {{i}}", {{(groups > 0 && i >= groups && i % 5 < groups ? $"\"parent\": \"a{i % 5:0000}\", " : "")}}"owner": "{{(i % 3 == 0 ? "Li" : "Wang")}}",
              "value": { "annualPurchases": {{1000 + (i * 37 % 911)}}, "grossMarginRate": 0.2{{i % 10}}, "creditDays": {{i % 90}} },
              "purchases": [ { "month": "2026-01", "amount": {{i}} }, { "month": "2026-02", "amount": 7 } ],
              "contacts": [ { "id": "p", "name": "Chen {{i}}", "role": "KDM" }, { "id": "q", "name": "Zhao", "role": "KI" } ] }
            """);
        return $$"""{ "name": "Ours", "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{string.Join(",\n", lines)}} ] }""";
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static PortfolioFile Read(string text) => PortfolioFile.Read(Stream(text));

    private static string Json(PortfolioReviewRun run, bool isIndented) => Written(isIndented, json => run.WriteTo(json));

    private static string Written(bool isIndented, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = isIndented }))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Closing(byte[] bytes) : MemoryStream(bytes)
    {
        private bool _isClosed;

        public int ReadsAfterClosing { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (_isClosed)
                ReadsAfterClosing++;
            return _isClosed ? 0 : base.Read(buffer);
        }

        // Open still, so that a read is counted and not refused.
        public void End() => _isClosed = true;
    }
}
