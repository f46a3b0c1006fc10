using KeyAccount.Tool.Purchases;
using NodaTime;

namespace KeyAccount.Tool.Tests.Purchases;

public class PurchaseFieldTests
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
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("-9999999999999999999999999.999", "-9999999999999999999999999.999")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1.50000000000000000000000000000000000000", "1.5000000000000000000000000000")]
    public void A_plain_number_is_read_exactly(string text, string amount)
    {
        PurchaseField.TryAmount(text, out var read).Should().BeTrue();
        read.ToString().Should().Be(amount, "the decimal places stay as they stand in the file, too");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,234.50")]
    [InlineData("1 234")]
    [InlineData("1'234")]
    [InlineData("12,50")]
    [InlineData("1.234,50")]
    [InlineData("1e3")]
    [InlineData("1E+3")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("Infinity")]
    [InlineData("$5")]
    [InlineData("¥5")]
    [InlineData("5 CNY")]
    [InlineData("(5)")]
    [InlineData("5-")]
    [InlineData("--5")]
    [InlineData("- 5")]
    [InlineData("5 %")]
    [InlineData("0x1F")]
    [InlineData("five")]
    [InlineData("１２３")]
    [InlineData("٥")]
    [InlineData("五")]
    [InlineData("5\u00a0")]
    [InlineData("5\u3000")]
    [InlineData("5\0")]
    [InlineData("5\0\0")]
    [InlineData("1.2.3")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1234567890123456789012345678.5")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("-0.12345678901234567890123456789")]
    public void Everything_else_is_not_an_amount(string text) => PurchaseField.TryAmount(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("2025-01-31")]
    [InlineData(" 2025-01-31 ")]
    [InlineData("2025-1-31")]
    [InlineData("2025/01/31")]
    [InlineData("2025/1/31")]
    [InlineData("2025年1月31日")]
    [InlineData("2025年01月31日")]
    [InlineData("2025-01-31T09:30:00")]
    [InlineData("2025-01-31T09:30:00.1234567")]
    [InlineData("2025-01-31 09:30:00")]
    [InlineData("2025/1/31 9:30")]
    [InlineData("2025/1/31  9:30:15")]
    public void A_date_with_the_year_first_is_read(string text)
    {
        PurchaseField.TryDate(text, out var date).Should().BeTrue();
        date.Should().Be(new LocalDate(2025, 1, 31));
    }

    [Fact]
    public void The_29th_of_February_is_a_date_in_leap_years()
    {
        PurchaseField.TryDate("2024-02-29", out var date).Should().BeTrue();
        date.Should().Be(new LocalDate(2024, 2, 29));
        PurchaseField.TryDate("2025-02-29", out _).Should().BeFalse();
        PurchaseField.TryDate("1900-02-29", out _).Should().BeFalse();
        PurchaseField.TryDate("2000-02-29", out _).Should().BeTrue();
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
    [InlineData("31-01-2025")]
    [InlineData("31/01/2025")]
    [InlineData("01/31/2025")]
    [InlineData("31.01.2025")]
    [InlineData("2025.01.31")]
    [InlineData("20250131")]
    [InlineData("25-01-31")]
    [InlineData("12025-01-31")]
    [InlineData("-2025-01-31")]
    [InlineData("0000-01-31")]
    [InlineData("2025-01")]
    [InlineData("2025-01/31")]
    [InlineData("2025-01-31T")]
    [InlineData("2025-01-31 noon")]
    [InlineData("2025-01-31 25:00")]
    [InlineData("2025-01-31T09:60:00")]
    [InlineData("2025-01-31T09:30:00Z")]
    [InlineData("2025-01-31T09:30:00+08:00")]
    [InlineData("yesterday")]
    [InlineData("45688")]
    [InlineData("２０２５-01-31")]
    [InlineData("2025年1月")]
    public void Everything_else_is_not_a_date(string text) => PurchaseField.TryDate(text, out _).Should().BeFalse();
}
