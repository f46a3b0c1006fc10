using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

/// <summary>The many shapes of a CSV that mean the same.</summary>
public class PurchaseReaderDialectTests
{
    [Theory]
    [InlineData("account_id,date,amount\nA,2025-01-01,7\nB,2025-01-02,3\n")]
    [InlineData("account_id,date,amount\r\nA,2025-01-01,7\r\nB,2025-01-02,3\r\n")]
    [InlineData("account_id,date,amount\rA,2025-01-01,7\rB,2025-01-02,3\r")]
    [InlineData("account_id,date,amount\nA,2025-01-01,7\nB,2025-01-02,3")]
    [InlineData("account_id,date,amount\r\nA,2025-01-01,7\nB,2025-01-02,3")]
    [InlineData("\n\naccount_id,date,amount\n\nA,2025-01-01,7\n\r\n\nB,2025-01-02,3\n\n\n")]
    [InlineData(" account_id , date,amount \nA,2025-01-01,7\nB,2025-01-02,3\n")]
    [InlineData("ACCOUNT_ID,Date,aMOUNT\nA,2025-01-01,7\nB,2025-01-02,3\n")]
    [InlineData("\"account_id\",\"date\",\"amount\"\n\"A\",\"2025-01-01\",\"7\"\n\"B\",\"2025-01-02\",\"3\"\n")]
    [InlineData("amount,account_id,date\n7,A,2025-01-01\n3,B,2025-01-02\n")]
    [InlineData("invoice,account_id,,date,note,amount,\n1,A,,2025-01-01,x,7,\n2,B,,2025-01-02,,3,\n")]
    [InlineData("account_id,amount\nA,7\nB,3\n")]
    [InlineData("account_id,date,amount\n A ,2025-01-01, 7\nB\t, 2025-01-02 ,3 \n")]
    [InlineData("account_id,date,amount\nA,2025-01-01,4\nB,2025-01-02,3\nA,2025-12-31,3\n")]
    [InlineData("account_id,date,amount\nA,2025-01-01,10\nB,2025-01-02,3\nA,2025-12-31,-3\n")]
    public void All_of_these_say_the_same(string csv)
    {
        var report = Graded.Report(csv);
        report.Total.Should().Be(10);
        report.Accounts.Should().Equal(new JsonAccount("A", 7, 0.7, 0.7, 1, "A"), new JsonAccount("B", 3, 0.3, 1, 2, "A"));
    }

    [Theory]
    [InlineData("\"Smith, Jones\"", "Smith, Jones")]
    [InlineData("\"the \"\"old\"\" works\"", "the \"old\" works")]
    [InlineData("\"two\nlines\"", "two\nlines")]
    [InlineData("\"two\r\nlines\"", "two\r\nlines")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("a;b", "a;b")]
    [InlineData("a\\b", "a\\b")]
    [InlineData("#1", "#1")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("NULL", "NULL")]
    [InlineData("a  b", "a  b")]
    public void A_field_means_what_the_standard_says(string field, string id) =>
        Graded.Rows($"{field},2025-01-01,5\n").Ids.Should().Equal(id);

    [Fact]
    public void Ids_differ_by_letter_case_and_by_every_character() =>
        Graded.Rows("a,2025-01-01,1\nA,2025-01-01,2\nä,2025-01-01,4\na\u0308,2025-01-01,8\nß,2025-01-01,16\nss,2025-01-01,32\n")
            .Ids.Should().Equal("ss", "ß", "a\u0308", "ä", "A", "a");

    [Fact]
    public void The_date_column_may_be_absent_or_hold_anything_under_another_name()
    {
        Graded.Report("account_id,amount,day\nA,5,whenever\n").Total.Should().Be(5);
        Graded.Report("account_id,amount\nA,5\n").Total.Should().Be(5);
    }

    [Fact]
    public void A_row_longer_than_any_buffer_is_read()
    {
        var note = new string('x', 300_000);
        Graded.Report($"account_id,note,amount\nA,\"{note}\",5\nB,{note},6\n").Ids.Should().Equal("B", "A");
    }
}
