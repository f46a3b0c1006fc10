using System.Text.Json;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Terms;

public class MonthAndInstantJsonTests
{
    private static readonly JsonSerializerOptions Options =
        new() { Converters = { new YearMonthJsonConverter(), new InstantJsonConverter() } };

    [Fact]
    public void A_month_and_an_instant_are_written_as_ISO_and_come_back()
    {
        JsonSerializer.Serialize(new YearMonth(2026, 3), Options).Should().Be("\"2026-03\"");
        JsonSerializer.Deserialize<YearMonth>("\"2024-02\"", Options).Should().Be(new YearMonth(2024, 2));
        var instant = Instant.FromUtc(2026, 3, 31, 8, 0) + Duration.FromNanoseconds(1);
        JsonSerializer.Serialize(instant, Options).Should().Be("\"2026-03-31T08:00:00.000000001Z\"");
        JsonSerializer.Deserialize<Instant>("\"2026-03-31T08:00:00.000000001Z\"", Options).Should().Be(instant);
    }

    [Theory]
    [InlineData("\"2026-13\"", "'2026-13' is not a month; write it as in 2026-03.*")]
    [InlineData("202603", "The JSON of a month is a text such as 2026-03, not a number.*")]
    public void What_is_no_month_is_refused(string json, string message) =>
        ((Action)(() => JsonSerializer.Deserialize<YearMonth>(json, Options))).Should().Throw<JsonException>().WithMessage(message);

    [Theory]
    [InlineData("\"2026-03-31\"", "'2026-03-31' is not an instant; write it as in 2026-03-31T08:00:00Z.*")]
    [InlineData("null", "The JSON of an instant is a text such as 2026-03-31T08:00:00Z, not null.*")]
    public void What_is_no_instant_is_refused(string json, string message) =>
        ((Action)(() => JsonSerializer.Deserialize<Instant>(json, Options))).Should().Throw<JsonException>().WithMessage(message);
}
