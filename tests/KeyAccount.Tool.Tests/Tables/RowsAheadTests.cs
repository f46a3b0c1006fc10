using System.Globalization;
using System.Text;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Tables;

public class RowsAheadTests
{
    private const string Header = "id,note,date,amount\n";

    public static TheoryData<int> Counts => new(0, 1, 2, 1023, 1024, 1025, 5000);

    [Theory]
    [MemberData(nameof(Counts))]
    public void Rows_of_a_text_file_are_the_same_as_read_one_by_one(int count)
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i % 7) switch { 0 => $"=\"00{i}\"", 1 => $"  K{i} ", 2 => $"\u767D\u9E64 {i}", _ => $"A{i}" }},");
            text.Append((i % 5) switch { 0 => "\"a; b, \"\"c\"\"\nd\"", 1 => "", 2 => new string('x', i % 3000), 3 => "\u20AC", _ => "plain" });
            text.Append(CultureInfo.InvariantCulture, $",2025-01-{1 + (i % 28):00},{i}.50{(i % 11 == 4 ? ",too,many" : "")}\n{(i % 13 == 0 ? "\n,,,\n" : "")}{(i == 40 ? Header : "")}");
        }

        using var file = new Opened("rows.csv", Encoding.UTF8.GetBytes(text.ToString()));
        var rows = file.OneByOne();
        rows.Should().HaveCount(count);
        file.Ahead().Should().Equal(rows);
        file.Ahead(3, 0).Should().Equal(file.OneByOne(3, 0), "only the columns that are asked for are kept");
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Rows_of_a_sheet_are_the_same_as_read_one_by_one(int count)
    {
        var rows = new StringBuilder(Workbook.Row(1, Workbook.Text("id"), Workbook.Text("note"), Workbook.Text("date"), Workbook.Text("amount")));
        for (var i = 0; i < count; i++)
        {
            rows.Append(Workbook.Row(
                2 + (2 * i), Workbook.Text($"A{i}"), i % 3 == 0 ? Workbook.Text(" \u767D ") : Workbook.Number(i * 1.25), Workbook.Number(45658 + (i % 300), Workbook.DateStyle),
                i % 5 == 0 ? Workbook.Text("x") : Workbook.Number(i / 7.0)));
        }

        foreach (var isFrom1904 in (bool[])[false, true])
        {
            using var file = new Opened("rows.xlsx", Workbook.Of([("Data", rows.ToString())], isFrom1904));
            var read = file.OneByOne();
            read.Should().HaveCount(count);
            file.Ahead().Should().Equal(read);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1024)]
    [InlineData(3000)]
    public void What_is_wrong_with_a_file_is_said_behind_the_rows_before_it(int count)
    {
        var rows = string.Concat(Enumerable.Range(0, count).Select(i => $"A{i},n,2025-01-31,{i}\n"));
        using var file = new Opened("rows.csv", Encoding.UTF8.GetBytes($"{Header}{rows}B,\"open,2025-01-31,1\nC,n,2025-01-31,2\n"));
        var (one, ahead) = (new List<string>(), new List<string>());
        var expected = FluentActions.Invoking(() => file.OneByOne(one)).Should().Throw<ToolException>().Which.Message;
        FluentActions.Invoking(() => file.Ahead(ahead)).Should().Throw<ToolException>().WithMessage(expected.Replace("*", "\\*", StringComparison.Ordinal));
        expected.Should().Contain($"line {count + 2}: a quotation mark is not closed");
        ahead.Should().Equal(one).And.HaveCount(count);
    }

    [Fact]
    public void Who_leaves_in_the_middle_may_read_the_file_again_at_once()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"A{i},n,2025-01-31,{i}\n"));
        using var file = new Opened("rows.csv", Encoding.UTF8.GetBytes(text));
        for (var leave = 0; leave < 60; leave++)
        {
            using (var rows = file.Table.Rows())
            {
                using var ahead = new RowsAhead(rows, [0]);
                for (var i = 0; i < leave * 83; i++)
                {
                    ahead.Read().Should().BeTrue();
                    ahead.Row.Number.Should().Be(i + 2);
                }
            }

            using var again = file.Table.Rows();
            again.Read().Should().BeTrue();
            again.Text(0).Should().Be("A0");
        }
    }

    [Fact]
    public void A_row_that_throws_leaves_nothing_behind()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"A{i},n,2025-01-31,{i}\n"));
        using var file = new Opened("rows.csv", Encoding.UTF8.GetBytes(text));
        var fields = FieldTable.Open(
            file.Table.Source, new(new(), new(), null) { IsAhead = true }, [new("id"), new("amount", FieldKind.Number)],
            new Dictionary<string, string>(StringComparer.Ordinal));
        var seen = 0;
        FluentActions.Invoking(() => fields.ReadAll(_ => throw (++seen == 2_000 ? new InvalidOperationException("enough") : new RowException(new("x", "y"))), _ => { }))
            .Should().Throw<InvalidOperationException>().WithMessage("enough");
        seen.Should().Be(2_000);
        var count = 0;
        fields.ReadAll(row => count += row.Number(new Field("amount", FieldKind.Number))!.Value.Value == row.RowNumber - 2 ? 1 : 0, _ => { });
        count.Should().Be(5_000);
    }

    /// <summary>A file with a table.</summary>
    private sealed class Opened : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly TableSources _sources;

        public Opened(string name, byte[] bytes)
        {
            _sources = TableSource.Open([_folder.Write(name, bytes)], "rows");
            Table = Table.Open(_sources[0], new(), [new("id", "--column", true)]);
        }

        public Table Table { get; }

        public List<string> OneByOne(params int[] columns) => OneByOne([], columns);

        public List<string> OneByOne(List<string> read, params int[] columns)
        {
            using var rows = Table.Rows();
            while (rows.Read())
                read.Add(Shown(rows, columns));
            return read;
        }

        public List<string> Ahead(params int[] columns) => Ahead([], columns);

        public List<string> Ahead(List<string> read, params int[] columns)
        {
            using var rows = Table.Rows();
            using var ahead = new RowsAhead(rows, columns is [] ? [0, 1, 2, 3] : columns);
            while (ahead.Read())
                read.Add(Shown(ahead.Row, columns));
            return read;
        }

        public void Dispose()
        {
            _sources.Dispose();
            _folder.Dispose();
        }

        private static string Shown(TableRow row, int[] columns)
        {
            var fields = (columns is [] ? [0, 1, 2, 3] : columns).Select(column =>
                $"{row.Text(column)}|{Encoding.UTF8.GetString(row[column])}|{(row.TryNumber(column, out var number) ? FormattableString.Invariant($"{number}") : "")}"
                + $"|{(row.TryDate(column, out var date) ? FormattableString.Invariant($"{date:R}") : "")}");
            return $"{row.Where} {row.Number} {row.Fault} {string.Join('#', fields)}";
        }
    }
}
