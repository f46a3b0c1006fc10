using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

public sealed record GradedAccount(string Id, AccountTier? Tier, IReadOnlyDictionary<Rung, int>? Visits);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GradedAccount))]
[JsonSerializable(typeof(Dictionary<AccountTier, int>))]
internal sealed partial class GeneratedContext : JsonSerializerContext;

public class TermJsonTests
{
    [Fact]
    public void A_term_is_written_as_its_name()
    {
        JsonSerializer.Serialize(AccountTier.A).Should().Be("\"A\"");
        JsonSerializer.Serialize(Rung.Supplier).Should().Be("\"Supplier\"");
        JsonSerializer.Serialize(new[] { Season.Slack, Season.Peak }).Should().Be("""["Slack","Peak"]""");
    }

    [Fact]
    public void A_name_reads_as_the_one_instance()
    {
        JsonSerializer.Deserialize<AccountTier>("\"A\"").Should().BeSameAs(AccountTier.A);
        JsonSerializer.Deserialize<Rung>("\"Supplier\"").Should().BeSameAs(Rung.Supplier);
        JsonSerializer.Deserialize<Season[]>("""["Slack","Peak"]""").Should().Equal(Season.Slack, Season.Peak);
    }

    [Fact]
    public void Null_is_a_null_reference()
    {
        JsonSerializer.Serialize<AccountTier?>(null).Should().Be("null");
        JsonSerializer.Deserialize<AccountTier?>("null").Should().BeNull();
        JsonSerializer.Deserialize<GradedAccount>("""{"Id":"x","Tier":null}""").Should().Be(new GradedAccount("x", null, null));
    }

    [Fact]
    public void A_term_is_a_dictionary_key()
    {
        var counts = new Dictionary<AccountTier, int> { [AccountTier.B] = 2, [AccountTier.A] = 1 };
        var json = JsonSerializer.Serialize(counts);
        json.Should().Be("""{"B":2,"A":1}""");
        JsonSerializer.Deserialize<Dictionary<AccountTier, int>>(json).Should().Equal(counts);
    }

    [Theory]
    [InlineData("D")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("A ")]
    public void An_unknown_name_is_refused_with_the_names_allowed(string name)
    {
        var value = () => JsonSerializer.Deserialize<AccountTier>($"\"{name}\"");
        var key = () => JsonSerializer.Deserialize<Dictionary<AccountTier, int>>($$"""{"{{name}}":1}""");
        value.Should().Throw<JsonException>().WithMessage($"'{name}' is not an AccountTier; expected one of: A, B, C.");
        key.Should().Throw<JsonException>().WithMessage($"'{name}' is not an AccountTier; expected one of: A, B, C.");
    }

    [Theory]
    [InlineData("1", "a number")]
    [InlineData("true", "true or false")]
    [InlineData("{}", "an object")]
    [InlineData("[]", "a list")]
    public void Only_a_name_is_read(string json, string token)
    {
        var read = () => JsonSerializer.Deserialize<AccountTier>(json);
        read.Should().Throw<JsonException>().WithMessage($"The JSON of an AccountTier is its name, not {token}; expected one of: A, B, C.");
    }

    [Fact]
    public void A_generated_context_reads_and_writes_terms()
    {
        var account = new GradedAccount("x", AccountTier.C, new Dictionary<Rung, int> { [Rung.Partner] = 4 });
        var json = JsonSerializer.Serialize(account, GeneratedContext.Default.GradedAccount);
        json.Should().Be("""{"id":"x","tier":"C","visits":{"Partner":4}}""");
        JsonSerializer.Deserialize(json, GeneratedContext.Default.GradedAccount).Should().BeEquivalentTo(account);

        var counts = JsonSerializer.Deserialize("""{"A":1}""", GeneratedContext.Default.DictionaryAccountTierInt32);
        counts.Should().Equal(new Dictionary<AccountTier, int> { [AccountTier.A] = 1 });
    }

    [Fact]
    public void A_generated_context_refuses_an_unknown_name()
    {
        var read = () => JsonSerializer.Deserialize("""{"id":"x","tier":"D"}""", GeneratedContext.Default.GradedAccount);
        read.Should().Throw<JsonException>().WithMessage("'D'*A, B, C.").Which.Path.Should().Be("$.tier");
    }

    [Fact]
    public void The_converter_called_by_hand_refuses_null()
    {
        var converter = new TermJsonConverter<AccountTier>();
        using var writer = new Utf8JsonWriter(Stream.Null);
        var noWriter = () => converter.Write(null!, AccountTier.A, JsonSerializerOptions.Default);
        var noValue = () => converter.Write(writer, null!, JsonSerializerOptions.Default);
        var noKey = () => converter.WriteAsPropertyName(writer, null!, JsonSerializerOptions.Default);
        noWriter.Should().Throw<ArgumentNullException>().WithParameterName("writer");
        noValue.Should().Throw<ArgumentNullException>().WithParameterName("value");
        noKey.Should().Throw<ArgumentNullException>().WithParameterName("value");
    }
}
