using System.Collections.Concurrent;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Tables;

public class ReadAheadTests
{
    public static TheoryData<int> Counts => new(0, 1, 1023, 1024, 1025, 2048, 5000);

    [Theory]
    [MemberData(nameof(Counts))]
    public void Items_come_in_order_and_each_once(int count)
    {
        var at = 0;
        using var ahead = new ReadAhead<int>((out int item) => (item = at++) < count);
        ahead.Items().Should().Equal(Enumerable.Range(0, count));
        at.Should().Be(count + 1, "nobody asks again after the end");
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void What_ends_the_items_is_thrown_behind_those_before_it(int count)
    {
        var at = 0;
        using var ahead = new ReadAhead<int>((out int item) => (item = at++) < count ? true : throw new ToolException("torn"));
        var seen = new List<int>();
        FluentActions.Invoking(() => seen.AddRange(ahead.Items())).Should().Throw<ToolException>().WithMessage("torn");
        foreach (var item in seen)
            item.Should().BeLessThan(count);
        FluentActions.Invoking(() => ahead.Dispose()).Should().NotThrow();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_500)]
    [InlineData(4_000)]
    public void Who_leaves_in_the_middle_waits_for_the_reading_thread(int leave)
    {
        var (at, isClosed, readClosed) = (0, false, false);
        using (var ahead = new ReadAhead<int>((out int item) =>
        {
            readClosed |= Volatile.Read(ref isClosed);
            item = at++;
            return true;
        }))
        {
            ahead.Items().Take(leave).Should().Equal(Enumerable.Range(0, leave));
        }

        Volatile.Write(ref isClosed, true);
        var read = at;
        Thread.Sleep(20);
        readClosed.Should().BeFalse();
        at.Should().Be(read).And.BeLessThanOrEqualTo(leave + (3 * 1024), "it is never more than two batches ahead");
    }

    [Fact]
    public void Rows_are_converted_on_another_thread_and_used_on_this_one_in_order()
    {
        using var folder = new TemporaryFolder();
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(i => i % 1_700 == 1_600 ? $"A{i},much\n" : $"A{i},{i}\n"));
        using var sources = TableSource.Open([folder.Write("rows.csv", $"id,amount\n{rows}")], "rows");
        Field id = new("id"), amount = new("amount");
        var (one, ahead) = (Read(isAhead: false), Read(isAhead: true));
        ahead.Should().Equal(one).And.HaveCount(5_000).And.Contain("line 1602: no number");

        List<string> Read(bool isAhead)
        {
            var table = FieldTable.Open(
                sources[0], new(new(), new(), null) { IsAhead = isAhead }, [id, amount], new Dictionary<string, string>(StringComparer.Ordinal));
            var threads = new ConcurrentBag<int>();
            var (read, here) = (new List<string>(), Environment.CurrentManagedThreadId);
            table.ReadAll(
                row =>
                {
                    threads.Add(Environment.CurrentManagedThreadId);
                    return row.Text(amount) == "much" ? throw new RowException(new(row.Where, "no number")) : $"{row.RowNumber} {row.Text(id)}";
                },
                text =>
                {
                    Environment.CurrentManagedThreadId.Should().Be(here);
                    read.Add(text);
                },
                e => read.Add($"{e.Fault.Where}: {e.Fault.Why}"));
            threads.Distinct().All(thread => thread == here).Should().Be(!isAhead);
            return read;
        }
    }

    [Fact]
    public void A_use_that_throws_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using var sources = TableSource.Open([folder.Write("rows.csv", "id\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"A{i}\n")))], "rows");
        var table = FieldTable.Open(
            sources[0], new(new(), new(), null) { IsAhead = true }, [new("id")], new Dictionary<string, string>(StringComparer.Ordinal));
        var used = 0;
        FluentActions.Invoking(() => table.ReadAll(row => row.RowNumber, _ => used = used == 2_000 ? throw new InvalidOperationException("enough") : used + 1, _ => { }))
            .Should().Throw<InvalidOperationException>().WithMessage("enough");
        used = 0;
        table.ReadAll(row => row.RowNumber, number => used += number == used + 2 ? 1 : 0, _ => { });
        used.Should().Be(5_000);
    }
}
