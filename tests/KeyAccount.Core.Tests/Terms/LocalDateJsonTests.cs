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
    [InlineData("\"31.03.2026\"", "'31.03.2026' is not a date; write it as in 2026-03-31.*")]
    [InlineData("\"2026-02-29\"", "'2026-02-29' is not a date; write it as in 2026-03-31.*")]
    [InlineData("20260331", "The JSON of a date is a text such as 2026-03-31, not a number.*")]
    [InlineData("null", "The JSON of a date is a text such as 2026-03-31, not null.*")]
    public void What_is_no_date_is_refused(string json, string message) =>
        ((Action)(() => JsonSerializer.Deserialize<LocalDate>(json, Options))).Should().Throw<JsonException>().WithMessage(message);

    [Fact]
    public void Without_a_writer_nothing_is_written() =>
        ((Action)(() => new LocalDateJsonConverter().Write(null!, default, Options)))
            .Should().Throw<ArgumentNullException>().WithParameterName("writer");
}
