using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Tests.Tables;

public class NumberColumnTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1234.50", "1234.50")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+7", "7")]
    [InlineData("-0", "0")]
    [InlineData(" 5 ", "5")]
    [InlineData("\t5", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("0001", "1")]
    [InlineData("00000000000000000000000000000000000000001.50", "1.50")]
    [InlineData("999999999999999999", "999999999999999999")]
    [InlineData("9999999999999999999", "9999999999999999999")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("-9999999999999999999999999.999", "-9999999999999999999999999.999")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1.50000000000000000000000000000000000000", "1.5000000000000000000000000000")]
    public void A_plain_number_is_read_exactly(string text, string amount) =>
        Read(text)!.Value.ToString(CultureInfo.InvariantCulture).Should().Be(amount, "the decimal places stay as they are in the file, too");

    // Every one has one reading, whatever the rest of the column says.
    [Theory]
    [InlineData("1,234.50", "1234.50", '.')]
    [InlineData("1.234,50", "1234.50", ',')]
    [InlineData("1 234,50", "1234.50", ',')]
    [InlineData("1\u00a0234,50", "1234.50", ',')]
    [InlineData("1\u202f234,50", "1234.50", ',')]
    [InlineData("1\u2009234.50", "1234.50", '.')]
    [InlineData("1'234.50", "1234.50", '.')]
    [InlineData("1’234.50", "1234.50", '.')]
    [InlineData("1'234'567", "1234567", null)]
    [InlineData("1 234 567", "1234567", null)]
    [InlineData("1 234,567", "1234.567", ',')]
    [InlineData("12,50", "12.50", ',')]
    [InlineData("0,125", "0.125", ',')]
    [InlineData("1234,567", "1234.567", ',')]
    [InlineData("1,2345", "1.2345", ',')]
    [InlineData("1,234,567", "1234567", '.')]
    [InlineData("1.234.567", "1234567", ',')]
    [InlineData("12,34,567.50", "1234567.50", '.')]
    [InlineData("12,34,567", "1234567", '.')]
    [InlineData("1,00,00,000.00", "10000000.00", '.')]
    [InlineData("1,2345,6789", "123456789", '.')]
    [InlineData("(200.00)", "-200.00", '.')]
    [InlineData("(1.234,50)", "-1234.50", ',')]
    [InlineData("200.00-", "-200.00", '.')]
    [InlineData("- 5", "-5", null)]
    [InlineData("−5", "-5", null)]
    [InlineData("–5", "-5", null)]
    [InlineData("$1,234.50", "1234.50", '.')]
    [InlineData("-$5.00", "-5.00", '.')]
    [InlineData("$-5.00", "-5.00", '.')]
    [InlineData("$(5.00)", "-5.00", '.')]
    [InlineData("($5.00)", "-5.00", '.')]
    [InlineData("5.00- €", "-5.00", '.')]
    [InlineData("€ 5,50", "5.50", ',')]
    [InlineData("812.400,50 €", "812400.50", ',')]
    [InlineData("5 CNY", "5", null)]
    [InlineData("USD 1,234.50", "1234.50", '.')]
    [InlineData("CHF 1'234.50", "1234.50", '.')]
    [InlineData("Fr. 12.50", "12.50", '.')]
    [InlineData("12,50 kr", "12.50", ',')]
    [InlineData("1 234,50 Kč", "1234.50", ',')]
    [InlineData("₹12,34,567.00", "1234567.00", '.')]
    [InlineData("￥１，２３４．５０", "1234.50", '.')]
    [InlineData("１２３", "123", null)]
    [InlineData("٥", "5", null)]
    [InlineData("123.50元", "123.50", '.')]
    [InlineData("5\u00a0", "5", null)]
    [InlineData("5\u3000", "5", null)]
    [InlineData("\u200e5", "5", null)]
    [InlineData("8.124005E+05", "812400.5", '.')]
    [InlineData("8,124005E+05", "812400.5", ',')]
    [InlineData("1e3", "1000", null)]
    [InlineData("1E-3", "0.001", null)]
    [InlineData("1.234E+03", "1234", '.')]
    public void What_people_and_programs_write_is_read(string text, string amount, char? mark)
    {
        var column = new NumberColumn(new());
        column.Read(Encoding.UTF8.GetBytes(text), out var read, out _).Should().Be(FieldReading.Read);
        read.Should().Be(decimal.Parse(amount, CultureInfo.InvariantCulture));
        column.DecimalMark.Should().Be(mark);
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("1.234")]
    [InlineData("12.345")]
    [InlineData("999,999")]
    [InlineData("-1.234")]
    [InlineData("$1,234")]
    public void A_number_with_two_readings_is_read_once_the_column_has_told(string text)
    {
        var column = new NumberColumn(new());
        column.Read(Encoding.UTF8.GetBytes(text), out _, out _).Should().Be(FieldReading.Undecided);
        column.Read("0.5"u8, out _, out _).Should().Be(FieldReading.Read);
        column.Read(Encoding.UTF8.GetBytes(text), out var point, out _).Should().Be(FieldReading.Read);

        var comma = new NumberColumn(new() { DecimalMark = ',' });
        comma.Read(Encoding.UTF8.GetBytes(text), out var other, out _).Should().Be(FieldReading.Read);
        (point / other).Should().BeOneOf(1000m, 0.001m);
    }

    [Theory]
    [InlineData("12.5万", "125000")]
    [InlineData("3万", "30000")]
    [InlineData("3 萬", "30000")]
    [InlineData("2千", "2000")]
    [InlineData("1.25亿元", "125000000")]
    [InlineData("3百万", "3000000")]
    [InlineData("¥１２．５万", "125000")]
    [InlineData("-0.5万", "-5000")]
    [InlineData("1.234万", "12340")]
    [InlineData("500", "500")]
    public void Chinese_units_multiply_where_that_is_said(string text, string amount)
    {
        new NumberColumn(new() { HasChineseUnits = true }).Read(Encoding.UTF8.GetBytes(text), out var read, out _).Should().Be(FieldReading.Read);
        read.Should().Be(decimal.Parse(amount, CultureInfo.InvariantCulture));
        if (text.Any(c => c is '万' or '萬' or '千' or '亿'))
        {
            var column = new NumberColumn(new());
            column.Read(Encoding.UTF8.GetBytes(text), out _, out _).Should().Be(FieldReading.Unreadable);
            column.Explain(text).Should().Contain("--units zh");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData(",")]
    [InlineData("$")]
    [InlineData("()")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("Infinity")]
    [InlineData("--5")]
    [InlineData("-5-")]
    [InlineData("(-5)")]
    [InlineData("((5))")]
    [InlineData("5 %")]
    [InlineData("5‰")]
    [InlineData("0x1F")]
    [InlineData("five")]
    [InlineData("5 pcs")]
    [InlineData("12 000 units")]
    [InlineData("五")]
    [InlineData("5\0")]
    [InlineData("5\0\0")]
    [InlineData("1.2.3")]
    [InlineData("1,23,4")]
    [InlineData("1 23")]
    [InlineData("1'23")]
    [InlineData("1,234,56")]
    [InlineData("1,234.567.890")]
    [InlineData("1.234,567,890")]
    [InlineData("1 234'567")]
    [InlineData("1,2 34")]
    [InlineData("€5 USD")]
    [InlineData("1e")]
    [InlineData("1e999")]
    [InlineData("1e30")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1234567890123456789012345678.5")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("-0.12345678901234567890123456789")]
    public void Everything_else_is_not_an_amount(string text)
    {
        Read(text).Should().BeNull();
        new NumberColumn(new()).Explain(text).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("5.00", "5,00")]
    [InlineData("1,234.00", "1.234,00")]
    [InlineData("1,234,567", "1.234.567")]
    public void A_column_has_one_decimal_mark(string first, string second)
    {
        var column = new NumberColumn(new());
        column.Observe(Encoding.UTF8.GetBytes(first), "line 2");
        column.Observe(Encoding.UTF8.GetBytes(second), "line 3");
        column.Evidence.Should().Be(new Example(first, "line 2"));
        column.Contradiction.Should().Be(new Example(second, "line 3"));
        column.Read(Encoding.UTF8.GetBytes(second), out _, out _).Should().Be(FieldReading.Unreadable);
        column.Explain(second).Should().Contain("--decimal ,").And.Contain($"'{first}' (line 2)");
    }

    [Theory]
    [InlineData("1234.5", "1234.56")]
    [InlineData("1,234.5", "1,234.56")]
    [InlineData("1.234,5", "1.234,56")]
    [InlineData("1 234,5", "1 234,56")]
    [InlineData("1'234.5", "1'234.56")]
    [InlineData("1234", "1234")]
    public void What_was_decided_is_shown(string text, string style)
    {
        var column = new NumberColumn(new());
        column.Read(Encoding.UTF8.GetBytes(text), out _, out _);
        column.Style.Should().Be(style);
    }

    [Theory]
    [InlineData("金额(万元)", "万", 4)]
    [InlineData("金额（千元）", "千", 3)]
    [InlineData("销售额（单位：百万元）", "百万", 6)]
    [InlineData("金額(萬)", "萬", 4)]
    [InlineData("金额/亿元", "亿", 8)]
    [InlineData("采购额万美元 ", "万", 4)]
    [InlineData("金额(元)", null, 0)]
    [InlineData("amount", null, 0)]
    [InlineData("金额", null, 0)]
    [InlineData("万科", null, 0)]
    [InlineData("千万", null, 0)]
    public void A_header_can_name_the_unit_of_its_column(string header, string? unit, int power) =>
        NumberText.UnitOfHeader(header).Should().Be(unit is null ? null : (unit, power));

    [Theory]
    [InlineData("12.5", 125_000)]
    [InlineData("-3", -30_000)]
    [InlineData("1,234.5", 12_345_000)]
    [InlineData("2千", 2_000)]
    public void The_unit_of_a_header_multiplies_numbers_that_have_none_of_their_own(string text, int value)
    {
        new NumberColumn(new() { HasChineseUnits = true }, power: 4).Read(Encoding.UTF8.GetBytes(text), out var number, out _)
            .Should().Be(FieldReading.Read);
        number.Should().Be(value);
    }

    [Fact]
    public void Every_amount_is_read_back_in_every_way_of_writing_it()
    {
        var ways = (string[])["en-US", "de-DE", "de-CH", "fr-FR", "sv-SE", "hi-IN", "zh-CN", "pt-BR"];
        var amount = from units in Gen.Choose(-2_000_000_000, 2_000_000_000) from scale in Gen.Choose(0, 4) select new decimal(Math.Abs((long)units)) / (decimal)Math.Pow(10, scale) * Math.Sign(units);
        Prop.ForAll((from value in amount from way in Gen.Elements(ways) select (value, way)).ToArbitrary(), c =>
        {
            var culture = CultureInfo.GetCultureInfo(c.way);
            var text = c.value.ToString("N4", culture);
            var column = new NumberColumn(new());
            column.Read(Encoding.UTF8.GetBytes(text), out var read, out _).Should().Be(FieldReading.Read, text);
            read.Should().Be(decimal.Round(c.value, 4), text);
        }).QuickCheckThrowOnFailure();
    }

    private static decimal? Read(string text) => new NumberColumn(new()).Read(Encoding.UTF8.GetBytes(text), out var read, out _) == FieldReading.Read ? read : null;
}
