using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>A check that cannot fail is worthless: each rule against a term that breaks it and nothing else.</summary>
public class TermRulesTests
{
    [Theory]
    [InlineData(typeof(AccountTier))]
    [InlineData(typeof(Sound))]
    public void A_sound_term_has_no_faults(Type term) => TermRules.FaultsOf(term).Should().BeEmpty();

    [Theory]
    [InlineData(typeof(Unsealed), "is not sealed")]
    [InlineData(typeof(Bare), "has no JsonConverter attribute of its own type", "One does not come back from JSON as a value",
        "One does not come back from JSON as a key")]
    [InlineData(typeof(Borrowed), "has no JsonConverter attribute of its own type", "One does not come back from JSON as a value",
        "One does not come back from JSON as a key")]
    [InlineData(typeof(Open), "has a constructor that is not private")]
    [InlineData(typeof(Loose), "has a field that is not readonly: Two", "has a field that is not readonly: _note")]
    [InlineData(typeof(Empty), "has no values")]
    [InlineData(typeof(SameName), "has the name One twice")]
    [InlineData(typeof(SameValue), "has the value 1 twice")]
    [InlineData(typeof(Mute), "One has no name in zh-Hans", "One has no description in zh-Hant")]
    [InlineData(typeof(Untranslated), "One has its English name in zh-Hant", "One has its English description in zh-Hans")]
    public void A_faulty_term_is_told_its_faults(Type term, params string[] faults) =>
        TermRules.FaultsOf(term).Should().BeEquivalentTo(faults);

    [Fact]
    public void A_term_is_found_however_far_it_is_derived()
    {
        var terms = TermRules.TermsOf(typeof(TermRulesTests).Assembly).ToArray();
        terms.Should().Contain([typeof(Sound), typeof(Unsealed), typeof(KeyAccount.Core.Tests.Terms.Rung)]);
        terms.Should().NotContain([typeof(Subject<>), typeof(TermRulesTests)]);
    }

    public abstract class Subject<T>(string name, int value, Text? label = null, Text? description = null) : Term<T>(name, value)
        where T : Subject<T>
    {
        protected override TermTexts Texts { get; } = new(label ?? new("one", "一", "壹"), description ?? new("The first.", "第一。", "第壹。"));
    }

    [JsonConverter(typeof(TermJsonConverter<Sound>))]
    public sealed class Sound : Subject<Sound>
    {
        public static readonly Sound One = new(nameof(One), 1);
        public static readonly Sound Two = new(nameof(Two), 2);

        private Sound(string name, int value)
            : base(name, value)
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<Unsealed>))]
    public class Unsealed : Subject<Unsealed>
    {
        public static readonly Unsealed One = new(nameof(One), 1);

        private Unsealed(string name, int value)
            : base(name, value)
        {
        }
    }

    public sealed class Bare : Subject<Bare>
    {
        public static readonly Bare One = new(nameof(One), 1);

        private Bare(string name, int value)
            : base(name, value)
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<Sound>))]
    public sealed class Borrowed : Subject<Borrowed>
    {
        public static readonly Borrowed One = new(nameof(One), 1);

        private Borrowed(string name, int value)
            : base(name, value)
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<Open>))]
    public sealed class Open : Subject<Open>
    {
        public static readonly Open One = new(nameof(One), 1);

        internal Open(string name, int value)
            : base(name, value)
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<Loose>))]
    public sealed class Loose : Subject<Loose>
    {
        public static readonly Loose One = new(nameof(One), 1);
#pragma warning disable CA2211, MA0069 // the fault is the point
        public static Loose Two = new(nameof(Two), 2);
#pragma warning restore CA2211, MA0069
        private string _note = "";

        private Loose(string name, int value)
            : base(name, value)
        {
        }

        public string Note() => _note += Name;
    }

    [JsonConverter(typeof(TermJsonConverter<Empty>))]
    public sealed class Empty : Subject<Empty>
    {
        private Empty(string name, int value)
            : base(name, value)
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<SameName>))]
    public sealed class SameName : Subject<SameName>
    {
        public static readonly SameName One = new(nameof(One), 1);
        public static readonly SameName Two = new(nameof(One), 2);

        private SameName(string name, int value)
            : base(name, value)
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<SameValue>))]
    public sealed class SameValue : Subject<SameValue>
    {
        public static readonly SameValue One = new(nameof(One), 1);
        public static readonly SameValue Two = new(nameof(Two), 1);

        private SameValue(string name, int value)
            : base(name, value)
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<Mute>))]
    public sealed class Mute : Subject<Mute>
    {
        public static readonly Mute One = new(nameof(One), 1);

        private Mute(string name, int value)
            : base(name, value, new("one", " ", "壹"), new("The first.", "第一。", ""))
        {
        }
    }

    [JsonConverter(typeof(TermJsonConverter<Untranslated>))]
    public sealed class Untranslated : Subject<Untranslated>
    {
        public static readonly Untranslated One = new(nameof(One), 1);

        private Untranslated(string name, int value)
            : base(name, value, new("one", "一", "one"), new("The first.", "The first.", "第壹。"))
        {
        }
    }
}
