using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>What schemas say of a value that a serializer cannot see.</summary>
public class SchemaKeywordsTests
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static TheoryData<Type> EveryTerm =>
        [.. typeof(AccountTier).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && IsTerm(type))];

    private static JsonObject Of(Type type, string language = "en") => SchemaKeywords.Of(Options.GetTypeInfo(type), null, language);

    private static JsonObject Property<T>(string property)
    {
        var found = Options.GetTypeInfo(typeof(T)).Properties.Single(each => each.Name == property);
        return SchemaKeywords.Of(Options.GetTypeInfo(found.PropertyType), found);
    }

    [Theory, MemberData(nameof(EveryTerm))]
    public void Every_term_is_its_names_with_what_they_mean(Type term)
    {
        var keywords = Of(term);
        var values = System.ComponentModel.TypeDescriptor.GetConverter(term).GetStandardValues()!.Cast<object>().Select(value => value.ToString());
        keywords["type"]!.GetValue<string>().Should().Be("string");
        keywords["enum"]!.AsArray().Select(name => name!.GetValue<string>()).Should().Equal(values);
        keywords["x-enum-descriptions"]!.AsArray().Select(text => text!.GetValue<string>()).Should().HaveCount(values.Count())
            .And.AllSatisfy(text => text.Should().NotBeNullOrWhiteSpace());
        SchemaKeywords.IsForm(Options.GetTypeInfo(term)).Should().BeTrue();
    }

    [Fact]
    public void A_term_of_your_own_is_seen_like_a_ready_one()
    {
        Of(typeof(Own)).ToJsonString().Should().Be("""{"type":"string","enum":["One"],"x-enum-descriptions":["the first: It comes first."]}""");
        Of(typeof(Own), "zh-CN").ToJsonString().Should().Contain("\\u7B2C\\u4E00");
    }

    [Theory]
    [InlineData(typeof(LocalDate), "date")]
    [InlineData(typeof(LocalDate?), "date")]
    [InlineData(typeof(Instant), "date-time")]
    public void Dates_are_text(Type type, string format)
    {
        Of(type)["type"]!.GetValue<string>().Should().Be("string");
        Of(type)["format"]!.GetValue<string>().Should().Be(format);
    }

    [Theory]
    [InlineData(typeof(YearMonth), "2026-03", "2026-3")]
    [InlineData(typeof(Period), "P3M", "3M")]
    [InlineData(typeof(DateInterval), "2026-01-01/2026-03-31", "2026-01-01")]
    public void What_has_no_format_has_a_pattern(Type type, string fits, string doesNot)
    {
        var pattern = Of(type)["pattern"]!.GetValue<string>();
        fits.Should().MatchRegex(pattern);
        doesNot.Should().NotMatchRegex(pattern);
    }

    [Fact]
    public void Lists_say_what_is_in_them()
    {
        Of(typeof(IReadOnlyList<AccountTier>))["items"]!["enum"]!.AsArray().Should().HaveCount(3);
        Of(typeof(AccountTier[]))["items"]!["enum"]!.AsArray().Should().HaveCount(3);
        Of(typeof(IReadOnlyList<int>)).Should().BeEmpty();
    }

    [Fact]
    public void A_fact_has_its_range_and_its_unit()
    {
        Property<AccountValueFacts>("creditDays").ToJsonString().Should().Contain("\"minimum\":0").And.Contain("\"x-unit\":\"Days\"");
        Property<Portfolio>("keyAccountPurchases")["exclusiveMinimum"]!.GetValue<double>().Should().Be(0);
        Property<Portfolio>("salesTarget")["maximum"]!.GetValue<double>().Should().Be(1e15);
    }

    [Fact]
    public void What_is_personal_says_so()
    {
        Property<Contact>("name")["x-personal"]!.GetValue<bool>().Should().BeTrue();
        Property<Contact>("style")["x-confidential"]!.GetValue<bool>().Should().BeTrue();
        Property<AccountFile>("id").Should().NotContainKey("x-personal");
    }

    [Fact]
    public void A_property_that_is_written_in_another_form_has_that_form()
    {
        Property<RuleSettings>("reason")["type"]!.AsArray().Should().HaveCount(2);
        Property<PriceChangeTerms>("windows")["items"]!["pattern"].Should().NotBeNull();
        Property<Finding>("text")["required"]!.AsArray().Should().HaveCount(3);
    }

    private static bool IsTerm(Type? type) =>
        type is not null && ((type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Term<>)) || IsTerm(type.BaseType));

    [JsonConverter(typeof(TermJsonConverter<Own>))]
    private sealed class Own : Term<Own>
    {
        public static readonly Own One = new(nameof(One), 1);

        private Own(string name, int value)
            : base(name, value)
        {
        }

        protected override TermTexts Texts => new(new("the first", "第一", "第一"), new("It comes first.", "排第一。", "排第一。"));
    }
}
