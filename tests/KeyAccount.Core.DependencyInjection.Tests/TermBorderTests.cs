using System.ComponentModel;
using System.Globalization;
using System.Text;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>A term where .NET reads it from a text: configuration, Newtonsoft.Json, type descriptors, generic parsing.</summary>
public class TermBorderTests
{
    public static TheoryData<Type> EveryTerm =>
    [
        .. typeof(AccountTier).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && IsTerm(type)),
    ];

    [Fact]
    public void Configuration_binds_terms_and_lists_of_them()
    {
        var policy = Bound("""{"MinimumTier":"A","Tiers":["A","C"],"Floor":{"KeyTier":"B"}}""");
        policy.MinimumTier.Should().BeSameAs(AccountTier.A);
        policy.Tiers.Should().Equal(AccountTier.A, AccountTier.C);
        policy.Floor!.KeyTier.Should().BeSameAs(AccountTier.B);
        policy.Role.Should().BeNull();
    }

    [Fact]
    public void Configuration_refuses_what_is_no_term_by_its_place()
    {
        var bind = () => Bound("""{"MinimumTier":"Z"}""");
        bind.Should().Throw<InvalidOperationException>().WithMessage("*Policy:MinimumTier*")
            .Which.InnerException!.Message.Should().Contain("'Z' is not an AccountTier; expected one of: A, B, C.");
    }

    [Fact]
    public void A_blank_setting_is_no_term() => Bound("""{"MinimumTier":""}""").MinimumTier.Should().BeNull();

    [Fact]
    public void Newtonsoft_writes_and_reads_names()
    {
        var policy = new Policy { MinimumTier = AccountTier.B, Tiers = [AccountTier.C], Names = { [AccountTier.A] = "gold" } };
        var json = JsonConvert.SerializeObject(policy);
        json.Should().Contain("\"MinimumTier\":\"B\"").And.Contain("\"Tiers\":[\"C\"]").And.Contain("\"Names\":{\"A\":\"gold\"}");
        JsonConvert.DeserializeObject<Policy>(json).Should().BeEquivalentTo(policy);
    }

    [Fact]
    public void Newtonsoft_refuses_what_is_no_term()
    {
        var read = () => JsonConvert.DeserializeObject<Policy>("""{"MinimumTier":"Z"}""");
        read.Should().Throw<JsonSerializationException>().WithMessage("Error converting value \"Z\" to type '*AccountTier'. Path 'MinimumTier'*");
    }

    [Theory]
    [MemberData(nameof(EveryTerm))]
    public void Every_term_is_read_from_its_name_by_the_converter_it_inherits(Type type)
    {
        var converter = TypeDescriptor.GetConverter(type);
        var values = converter.GetStandardValues()!.Cast<object>().ToArray();
        values.Should().NotBeEmpty().And.AllBeOfType(type);
        converter.GetStandardValuesExclusive().Should().BeTrue();
        foreach (var value in values)
        {
            var name = converter.ConvertToInvariantString(value)!;
            name.Should().Be((string)type.GetProperty("Name")!.GetValue(value)!);
            converter.ConvertFromInvariantString(name).Should().BeSameAs(value);
            var lower = () => converter.ConvertFromInvariantString(name + "?");
            lower.Should().Throw<FormatException>().WithMessage($"'{name}?' is not *");
        }

        converter.CanConvertFrom(typeof(string)).Should().BeTrue();
        converter.CanConvertFrom(typeof(int)).Should().BeFalse();
        converter.ConvertFromInvariantString(" ").Should().BeNull();
        converter.Invoking(each => each.ConvertFrom(1)).Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void Generic_code_parses_terms()
    {
        Parsed<AccountTier>("A").Should().BeSameAs(AccountTier.A);
        SpanParsed<StakeholderRole>("KDM").Should().BeSameAs(StakeholderRole.KDM);
        AccountTier.TryParse("a", CultureInfo.InvariantCulture, out var other).Should().BeFalse("names are exact");
        other.Should().BeNull();
        AccountTier.TryParse(null, null, out _).Should().BeFalse();
        AccountTier.TryParse("C".AsSpan(), null, out var c).Should().BeTrue();
        c.Should().BeSameAs(AccountTier.C);
        FluentActions.Invoking(() => Parsed<AccountTier>("Z")).Should().Throw<FormatException>()
            .WithMessage("'Z' is not an AccountTier; expected one of: A, B, C.");
        FluentActions.Invoking(() => Parsed<AccountTier>(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_converter_of_what_is_no_term_is_refused()
    {
        FluentActions.Invoking(() => new TermTypeConverter(typeof(string))).Should().Throw<ArgumentException>().WithParameterName("type");
        FluentActions.Invoking(() => new TermTypeConverter(null!)).Should().Throw<ArgumentNullException>();
    }

    private static bool IsTerm(Type? type) =>
        type is not null && ((type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Term<>)) || IsTerm(type.BaseType));

    private static T Parsed<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

    private static T SpanParsed<T>(ReadOnlySpan<char> text)
        where T : ISpanParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

    private static Policy Bound(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Policy":{{json}}}"""));
        return new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Policy").Get<Policy>()!;
    }

    private sealed class Policy
    {
        public AccountTier? MinimumTier { get; set; }

        public IReadOnlyList<AccountTier>? Tiers { get; set; }

        public StakeholderRole? Role { get; set; }

        public Floor? Floor { get; set; }

        public Dictionary<AccountTier, string> Names { get; } = [];
    }

    private sealed class Floor
    {
        public AccountTier? KeyTier { get; set; }
    }
}
