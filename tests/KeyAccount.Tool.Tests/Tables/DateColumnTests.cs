using System.Text;
using KeyAccount.Tool.Tables;
using NodaTime;

namespace KeyAccount.Tool.Tests.Tables;

public class DateColumnTests
{
    [Theory]
    [InlineData("2025-01-31")]
    [InlineData(" 2025-01-31 ")]
    [InlineData("2025-1-31")]
    [InlineData("2025/01/31")]
    [InlineData("2025/1/31")]
    [InlineData("2025.01.31")]
    [InlineData("2025年1月31日")]
    [InlineData("2025年01月31日")]
    [InlineData("2025 年 1 月 31 日")]
    [InlineData("２０２５-01-31")]
    [InlineData("20250131")]
    [InlineData("31012025")]
    [InlineData("20250131082600")]
    [InlineData("20250131T082600Z")]
    [InlineData("2025-01-31T09:30:00")]
    [InlineData("2025-01-31T09:30:00.1234567")]
    [InlineData("2025-01-31T09:30:00Z")]
    [InlineData("2025-01-31T23:59:59+08:00")]
    [InlineData("2025-01-31T23:59:59.123-0330")]
    [InlineData("2025-01-31T09:30+01:00[Europe/Berlin]")]
    [InlineData("2025-01-31 09:30:00 UTC")]
    [InlineData("2025-01-31 09:30:00")]
    [InlineData("2025/1/31 9:30")]
    [InlineData("2025/1/31  9:30:15")]
    [InlineData("2025/1/31 上午 9:30")]
    [InlineData("31.01.2025")]
    [InlineData("31.1.2025 8:26")]
    [InlineData("31. 1. 2025")]
    [InlineData("31/01/2025")]
    [InlineData("31-01-2025")]
    [InlineData("1/31/2025")]
    [InlineData("1/31/2025 8:26")]
    [InlineData("1/31/2025 12:00:00 AM")]
    [InlineData("1/31/2025, 8:26 PM")]
    [InlineData("31.01.25")]
    [InlineData("31/01/75", 1975)]
    [InlineData("31-Jan-2025")]
    [InlineData("31-Jan-25")]
    [InlineData("31 January 2025")]
    [InlineData("Fri, 31 Jan 2025 08:26:00 GMT")]
    [InlineData("Jan 31, 2025")]
    [InlineData("January 31st, 2025")]
    [InlineData("Jan 31 2025 12:00AM")]
    [InlineData("31. Januar 2025")]
    [InlineData("31 janv. 2025")]
    [InlineData("2025-Jan-31")]
    public void A_date_with_one_reading_is_read(string text, int year = 2025) => Read(text).Should().Be(new LocalDate(year, 1, 31));

    [Theory]
    [InlineData("28 févr. 2025", 2)]
    [InlineData("28. März 2025", 3)]
    [InlineData("28-MAY-2025", 5)]
    [InlineData("28 mai 2025", 5)]
    [InlineData("28 juin 2025", 6)]
    [InlineData("28 juillet 2025", 7)]
    [InlineData("28 août 2025", 8)]
    [InlineData("28-Sept-2025", 9)]
    [InlineData("28-Okt-2025", 10)]
    [InlineData("28. Dez. 2025", 12)]
    [InlineData("28-déc-2025", 12)]
    public void Names_of_months_are_read(string text, int month) => Read(text).Should().Be(new LocalDate(2025, month, 28));

    [Fact]
    public void The_29th_of_February_is_a_date_in_leap_years()
    {
        Read("2024-02-29").Should().Be(new LocalDate(2024, 2, 29));
        Read("29.02.2024").Should().Be(new LocalDate(2024, 2, 29));
        Read("2025-02-29").Should().BeNull();
        Read("1900-02-29").Should().BeNull();
        Read("2000-02-29").Should().Be(new LocalDate(2000, 2, 29));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("2025-13-01")]
    [InlineData("2025-00-01")]
    [InlineData("2025-02-30")]
    [InlineData("2025-04-31")]
    [InlineData("2025-01-00")]
    [InlineData("2025-1-32")]
    [InlineData("32.01.2025")]
    [InlineData("13/13/2025")]
    [InlineData("01.31.2025")]
    [InlineData("12025-01-31")]
    [InlineData("-2025-01-31")]
    [InlineData("0000-01-31")]
    [InlineData("2025-01")]
    [InlineData("2025-01/31")]
    [InlineData("2025-01-31T")]
    [InlineData("2025-01-31 noon")]
    [InlineData("2025-01-31 25:00")]
    [InlineData("2025-01-31T09:60:00")]
    [InlineData("20251301")]
    [InlineData("20250131999999")]
    [InlineData("31-Foo-2025")]
    [InlineData("31 jui 2025")]
    [InlineData("Foo, 31 Jan 2025")]
    [InlineData("yesterday")]
    [InlineData("45688")]
    [InlineData("2025年1月")]
    [InlineData("2025")]
    [InlineData("1.5")]
    public void Everything_else_is_not_a_date(string text)
    {
        Read(text).Should().BeNull();
        new DateColumn(null).Explain(text).Should().StartWith("a date is needed");
    }

    [Theory]
    [InlineData("01/02/2025", "13/02/2025", 2, 1)]
    [InlineData("01/02/2025", "02/13/2025", 1, 2)]
    [InlineData("01-02-2025", "31-01-2025", 2, 1)]
    [InlineData("01/02/25", "13/02/25", 2, 1)]
    [InlineData("01/02/25", "25/12/31", 0, 0)]
    [InlineData("01022025", "13022025", 2, 1)]
    [InlineData("1/2/2025 8:26", "1/13/2025 8:26", 1, 2)]
    public void A_date_with_two_readings_is_read_once_the_column_has_told(string text, string telling, int month, int day)
    {
        var column = new DateColumn(null);
        column.Read(Encoding.UTF8.GetBytes(text), out _).Should().Be(FieldReading.Undecided);
        column.Read(Encoding.UTF8.GetBytes(telling), out _).Should().NotBe(FieldReading.Unreadable);
        var reading = column.Read(Encoding.UTF8.GetBytes(text), out var date);
        if (month == 0)
            reading.Should().Be(FieldReading.Undecided, "25/12/31 can begin with the day or with the year");
        else
            date.Should().Be(new LocalDate(2025, month, day));
    }

    [Theory]
    [InlineData("05/05/2025")]
    [InlineData("05.06.2025")]
    public void A_date_whose_readings_are_one_day_needs_no_telling(string text) => Read(text).Should().NotBeNull();

    [Theory]
    [InlineData("d/M/yyyy", "01/02/2025", 2025, 2, 1)]
    [InlineData("DD/MM/YYYY", "01/02/2025", 2025, 2, 1)]
    [InlineData("M/d/yyyy", "01/02/2025", 2025, 1, 2)]
    [InlineData("MM/dd/yyyy HH:mm", "01/02/2025 08:26", 2025, 1, 2)]
    [InlineData("yy/MM/dd", "25/01/02", 2025, 1, 2)]
    [InlineData("ddMMyyyy", "02012025", 2025, 1, 2)]
    [InlineData("yyMMdd", "250102", 2025, 1, 2)]
    [InlineData("ddMMyy", "020125", 2025, 1, 2)]
    [InlineData("excel", "45688", 2025, 1, 31)]
    [InlineData("excel", "45688.75", 2025, 1, 31)]
    [InlineData("excel", "1", 1900, 1, 1)]
    [InlineData("excel", "59", 1900, 2, 28)]
    [InlineData("excel", "61", 1900, 3, 1)]
    [InlineData("excel-1904", "44226", 2025, 1, 31)]
    [InlineData("unix", "1738281600", 2025, 1, 31)]
    [InlineData("unix", "1738281600000", 2025, 1, 31)]
    public void A_format_that_is_given_decides(string format, string text, int year, int month, int day)
    {
        new DateColumn(DateFormat.Parse(format)).Read(Encoding.UTF8.GetBytes(text), out var date).Should().Be(FieldReading.Read);
        date.Should().Be(new LocalDate(year, month, day));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("d/M")]
    [InlineData("yyyy-dd-MM")]
    [InlineData("ddMMyyy")]
    [InlineData("day/month/year")]
    [InlineData("x")]
    public void A_format_that_is_none_is_refused(string format) => DateFormat.Parse(format).Should().BeNull();

    [Fact]
    public void A_column_has_one_order()
    {
        var column = new DateColumn(null);
        column.Observe("13/02/2025"u8, "line 2");
        column.Observe("02/14/2025"u8, "line 3");
        column.Evidence.Should().Be(new Example("13/02/2025", "line 2"));
        column.Contradiction.Should().Be(new Example("02/14/2025", "line 3"));
        column.Read("02/14/2025"u8, out _).Should().Be(FieldReading.Unreadable);
        column.Explain("02/14/2025").Should().Contain("--date-format M/d/yyyy").And.Contain("day first");
    }

    [Theory]
    [InlineData("45688", "2025-01-31", "--date-format excel")]
    [InlineData("1738281600", "2025-01-31", "--date-format unix")]
    public void A_number_that_may_be_a_date_says_which_option_reads_it(string text, string date, string option) =>
        new DateColumn(null).Explain(text).Should().Contain(date).And.Contain(option);

    private static LocalDate? Read(string text) => new DateColumn(null).Read(Encoding.UTF8.GetBytes(text.Trim(' ')), out var date) == FieldReading.Read ? date : null;
}
