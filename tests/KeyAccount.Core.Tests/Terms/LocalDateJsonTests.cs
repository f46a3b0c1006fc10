using System.Text.Json;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Terms;

public class LocalDateJsonTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new LocalDateJsonConverter() } };

    [Fact]
    public void A_date_is_written_as_ISO_and_comes_back()
    {
        JsonSerializer.Serialize(new LocalDate(2026, 3, 31), Options).Should().Be("\"2026-03-31\"");
        JsonSerializer.Deserialize<LocalDate>("\"2024-02-29\"", Options).Should().Be(new LocalDate(2024, 2, 29));
    }

    [Theory]
    [InlineData("\"31.03.2026\"", "'31.03.2026' is no date; one is written as 2026-03-31.*")]
    [InlineData("\"2026-02-29\"", "'2026-02-29' is no date; one is written as 2026-03-31.*")]
    [InlineData("20260331", "A date is written as 2026-03-31, not as a Number.*")]
    [InlineData("null", "A date is written as 2026-03-31, not as a Null.*")]
    public void What_is_no_date_is_refused(string json, string message) =>
        ((Action)(() => JsonSerializer.Deserialize<LocalDate>(json, Options))).Should().Throw<JsonException>().WithMessage(message);

    [Fact]
    public void Without_a_writer_nothing_is_written() =>
        ((Action)(() => new LocalDateJsonConverter().Write(null!, default, Options))).Should().Throw<ArgumentNullException>().WithParameterName("writer");
}
