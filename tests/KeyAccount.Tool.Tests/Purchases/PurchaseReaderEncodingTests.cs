using System.Text;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

public class PurchaseReaderEncodingTests
{
    private const string Simplified = "客户,日期,金额\n上海机床厂,2025-01-31,1234.50\n漢字𠮷😀,2025-02-01,1\n";
    private const string Traditional = "客戶,日期,金額\n臺灣機械,2025-01-31,1234.50\n鋼鐵,2025-02-01,1\n";

    static PurchaseReaderEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false, null)]
    [InlineData("utf-8", true, null)]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16BE", false, "utf-16BE")]
    [InlineData("utf-16BE", true, "utf-16BE")]
    [InlineData("utf-32", true, "utf-32")]
    [InlineData("GB18030", false, "GB18030")]
    [InlineData("GB18030", false, "gb18030")]
    [InlineData("GB18030", true, "GB18030")]
    public void A_file_in_any_of_these_is_read(string written, bool mark, string? named) =>
        Read(Bytes(written, mark, Simplified), named, "客户", "日期", "金额").Accounts.Select(account => (account.Id, account.Revenue))
            .Should().Equal(("上海机床厂", 1234.50m), ("漢字𠮷😀", 1m));

    [Fact]
    public void A_file_in_Big5_is_read() =>
        Read(Bytes("big5", false, Traditional), "Big5", "客戶", "日期", "金額").Accounts.Select(account => (account.Id, account.Revenue))
            .Should().Equal(("臺灣機械", 1234.50m), ("鋼鐵", 1m));

    [Fact]
    public void A_mark_at_the_beginning_is_no_part_of_the_first_column() =>
        JsonReport.Parse(Graded.Run(Bytes("utf-8", true, "account_id,amount\nA,1\n"), "--format", "json").Succeeds()).Ids.Should().Equal("A");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void Characters_that_lie_across_two_buffers_are_read(string encoding)
    {
        // Every distance from the beginning occurs, so some character begins at the end of every buffer.
        var rows = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"客户{i % 7},{"一二三"[..(i % 3)]},1\n"));
        var report = JsonReport.Parse(Graded.Run(Bytes(encoding, false, "account_id,note,amount\n" + rows), "--encoding", encoding, "--format", "json").Succeeds());
        report.Total.Should().Be(40_000);
        report.Ids.Should().BeEquivalentTo(Enumerable.Range(0, 7).Select(i => $"客户{i}"));
    }

    [Theory]
    [InlineData(null, "UTF-8 (line 4); --encoding GB18030 reads 'C上海", new byte[] { 0xC9, 0xCF, 0xBA, 0xA3 })]
    [InlineData("utf-8", "UTF-8 (line 4); ", new byte[] { 0xE4, 0xB8 })]
    [InlineData("GB18030", "GB18030; ", new byte[] { 0xFF })]
    [InlineData("GB18030", "GB18030; ", new byte[] { 0x81 })]
    [InlineData("Big5", "Big5; ", new byte[] { 0x81 })]
    [InlineData("us-ascii", "us-ascii; --encoding windows-1252 reads 'Cä", new byte[] { 0xE4 })]
    public void Bytes_that_are_not_in_the_encoding_are_refused(string? named, string shown, byte[] bytes)
    {
        byte[] csv = [.. "account_id,amount\nA,5\nB,6\nC"u8, .. bytes];
        foreach (var whole in new[] { csv, [.. csv, .. ",7\n"u8] })
        {
            var run = Graded.Run(whole, named is null ? [] : ["--encoding", named]);
            run.FailsInOneLine().AboutFile().Should().StartWith($"the file is not {shown}").And.Contain("--encoding");
        }
    }

    [Fact]
    public void A_file_that_breaks_off_within_a_character_is_refused_in_utf_16()
    {
        var bytes = Bytes("utf-16", true, "account_id,amount\nA,5\n");
        Graded.Run([.. bytes, 0x41], "--encoding", "utf-16").FailsInOneLine().AboutFile().Should().Be("the file is not UTF-16; it breaks off within a character; export it again.");
    }

    [Fact]
    public void Skipping_bad_rows_does_not_skip_bytes_that_cannot_be_read() =>
        Graded.Run([.. "account_id,amount\nA,5\nB\xFF,6\n"u8.ToArray(), 0xFF], "--skip-bad-rows").FailsInOneLine().Should().Contain("is not UTF-8 (line 4)");

    [Fact]
    public void Utf_16_needs_its_name_where_it_has_no_mark()
    {
        JsonReport.Parse(Graded.Run(Bytes("utf-16", true, "account_id,amount\nA,5\n"), "--format", "json").Succeeds()).Total.Should().Be(5);
        Graded.Run(Bytes("utf-16", false, "account_id,amount\nA,5\n")).FailsInOneLine().AboutFile().Should().Be("the file is not UTF-8; --encoding utf-16 reads it.");
        Graded.Run(Bytes("utf-16BE", false, "account_id,amount\nA,5\n")).FailsInOneLine().AboutFile().Should().Be("the file is not UTF-8; --encoding utf-16BE reads it.");
    }

    [Fact]
    public void An_unknown_encoding_is_refused() =>
        Graded.Run("account_id,amount\nA,5\n", "--encoding", "utf-9").FailsInOneLine()
            .Should().Be("'utf-9' is not an encoding this machine knows; try utf-8, windows-1252, GB18030, Big5 or utf-16. See keyaccount --help.");

    private static byte[] Bytes(string encoding, bool mark, string text)
    {
        var written = Encoding.GetEncoding(encoding);
        return written.GetBytes((mark ? "\ufeff" : "") + text);
    }

    private static JsonReport Read(byte[] csv, string? encoding, string account, string date, string amount)
    {
        string[] options = ["--account", account, "--date", date, "--amount", amount, "--format", "json"];
        return JsonReport.Parse(Graded.Run(csv, encoding is null ? options : [.. options, "--encoding", encoding]).Succeeds());
    }
}
