using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using KeyAccount.Core.Reviews;
using NodaTime;
using Xunit;

namespace KeyAccount.Core.Tests.Reviews;

public class ParallelImportTests
{
    private static readonly Portfolio Head = new() { Currency = "CNY", AsOf = new(2025, 12, 31) };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(500)]
    public void The_same_rows_make_the_same_bytes_and_the_same_report_on_any_number_of_threads(int accounts)
    {
        foreach (var tolerance in Enum.GetValues<ImportTolerance>())
        {
            var one = Imported(accounts, hasFaults: tolerance != ImportTolerance.None, tolerance, null);
            one.Bytes.Should().NotBeEmpty();
            foreach (var threads in (int[])[1, 2, 5])
                Imported(accounts, tolerance != ImportTolerance.None, tolerance, threads).Should().Be(one);
        }
    }

    [Fact]
    public void The_same_faults_are_told_in_the_same_order()
    {
        var one = Imported(300, hasFaults: true, ImportTolerance.None, null);
        one.Faults.Split('\n').Should().HaveCountGreaterThan(10);
        Imported(300, hasFaults: true, ImportTolerance.None, 2).Should().Be(one);
        Imported(300, hasFaults: true, ImportTolerance.None, 7).Should().Be(one);
    }

    [Fact]
    public void An_update_of_a_file_tells_the_same_on_several_threads()
    {
        var before = Imported(200, hasFaults: false, ImportTolerance.None, null).Bytes;
        var one = Updated(null);
        one.Report.Should().Contain("Change").And.Contain("Kept").And.Contain("NewAccount");
        Updated(2).Should().Be(one);
        Updated(6).Should().Be(one);

        (string Bytes, string Report) Updated(int? threads)
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(before));
            var builder = new PortfolioBuilder(PortfolioFile.Read(stream));
            if (threads is { } count)
                builder.InParallel(new() { MaxDegreeOfParallelism = count });
            builder.Add("accounts", ["id", "owner"], Enumerable.Range(100, 150).Select(i => new object?[] { $"A-{i}", i % 3 == 0 ? null : "Wang" }));
            builder.Add("contacts", ["id", "contacts[].id", "contacts[].name"], Enumerable.Range(100, 50).Select(i => new object?[] { $"A-{i}", "p1", $"Other {i}" }));
            builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"], Enumerable.Range(0, 300).Select(i => new object?[] { $"A-{i % 200}", "2025-02", i }));
            using var target = new MemoryStream();
            builder.Write(target);
            return (Encoding.UTF8.GetString(target.ToArray()), ReportOf(builder));
        }
    }

    [Fact]
    public void What_is_written_is_what_is_built_and_what_the_portfolio_writes_of_itself()
    {
        var built = Builder(60, hasFaults: false, ImportTolerance.None, 3).Build();
        var written = Imported(60, hasFaults: false, ImportTolerance.None, 3).Bytes;
        Portfolio.FromJson(written).Should().Be(built);
        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(built.ToJson())).Should().BeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void It_stops_when_it_is_cancelled(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        var builder = Builder(400, hasFaults: false, ImportTolerance.None, null)
            .InParallel(new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation.Token });
        using var target = new CancellingStream(cancellation);
        builder.Invoking(each => each.Write(target)).Should().Throw<OperationCanceledException>();
        target.Length.Should().BePositive("it had begun");
        builder.Invoking(each => each.Build()).Should().Throw<InvalidOperationException>();
        builder.Invoking(each => each.InParallel(new())).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Months_of_any_form_in_an_updated_file_are_read_and_written_as_before()
    {
        var before = Head with
        {
            Accounts =
            [
                new()
                {
                    Id = "A",
                    Purchases = [new(new(2025, 3), 1.50m) { Currency = "CNY" }, new(new(2025, 1), -7m), new(new YearMonth(1999, 12), 79_228_162_514_264m)],
                },
            ],
        };
        var builder = new PortfolioBuilder(before);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount", "purchases[].currency"], [["A", "2025-01", 2, "EUR"], ["A", "2025-02", 4.10m, null]]);
        builder.Invoking(each => each.Write(Stream.Null)).Should().Throw<InvalidModelException>().Which.Faults.Should().OnlyContain(fault => fault.Message.Contains("EUR"));

        using var target = new MemoryStream();
        var other = new PortfolioBuilder(before);
        other.Add("orders", ["id", "purchases[].month", "purchases[].amount"], [["A", "2025-02", 4.10m]]);
        other.Write(target);
        var after = Portfolio.FromJson(target.ToArray());
        after.Accounts[0].Purchases.Should().Equal(
            before.Accounts[0].Purchases[0], before.Accounts[0].Purchases[1], before.Accounts[0].Purchases[2], new MonthlyPurchases(new(2025, 2), 4.1m));
    }

    private static (string Bytes, string Report, string Faults) Imported(int accounts, bool hasFaults, ImportTolerance tolerance, int? threads)
    {
        var builder = Builder(accounts, hasFaults, tolerance, threads);
        using var target = new MemoryStream();
        try
        {
            builder.Write(target);
        }
        catch (InvalidModelException e)
        {
            return ("", ReportOf(builder), string.Join('\n', e.Faults));
        }

        return (Encoding.UTF8.GetString(target.ToArray()), ReportOf(builder), "");
    }

    private static PortfolioBuilder Builder(int accounts, bool hasFaults, ImportTolerance tolerance, int? threads)
    {
        var builder = new PortfolioBuilder(Head) { Tolerance = tolerance };
        if (threads is { } count)
            builder.InParallel(new() { MaxDegreeOfParallelism = count }).Should().BeSameAs(builder);
        var random = new Random(7);
        builder.Add("accounts", ["id", "name", "owner", "value.creditDays", "industry"], Enumerable.Range(0, accounts).Select(i => new object?[]
        {
            $"A-{i}", i % 40 == 3 ? $"Works {i - 1} Ltd." : $"Works \u767D {i}", i % 7 == 0 ? null : $"Owner {i % 5}", hasFaults && i % 29 == 0 ? -1 - i : i % 90,
            hasFaults && i % 31 == 0 ? "Mining" : "Manufacturing",
        }));
        builder.Add("contacts", ["id", "contacts[].id", "contacts[].name", "contacts[].influence"], Enumerable.Range(0, 3 * accounts).Select(i => new object?[]
        {
            $"A-{i % Math.Max(1, accounts)}", $"p{i / Math.Max(1, accounts)}", $"Person {i % 11}", hasFaults && i % 53 == 0 ? -3 - i : 1 + (i % 2),
        }));
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount"], Enumerable.Range(0, 20 * accounts).Select(i => new object?[]
        {
            $"A-{random.Next(accounts + 1)}", new LocalDate(2025, 1 + random.Next(12), 3), hasFaults && i % 211 == 0 ? $"much {i}" : random.Next(100_000) / 100m,
        }));
        return builder;
    }

    private static string ReportOf(PortfolioBuilder builder) => string.Join('\n', (string[])
    [
        builder.Report.Accounts.ToString(CultureInfo.InvariantCulture), .. builder.Report.Tables.Select(table => table.ToString()),
        .. builder.Report.Notes.Select(note => $"{note} {note.AccountId}"),
        .. builder.Gaps().Select(gap => $"{gap.AccountId} {gap.Topic} {gap.IsAll} {string.Join(',', gap.Missing)}"),
    ]);

    /// <summary>Cancels once something has been written.</summary>
    private sealed class CancellingStream(CancellationTokenSource cancellation) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            cancellation.Cancel();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            cancellation.Cancel();
        }
    }
}
