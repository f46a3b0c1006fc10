using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>One of the five requirements of an objective (SMART).</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks for the principle by its letters; the words are in general use.</remarks>
[JsonConverter(typeof(TermJsonConverter<SmartPart>))]
public sealed class SmartPart : Term<SmartPart>
{
    /// <summary>Its object and its owner are named; value 1.</summary>
    public static readonly SmartPart Specific = new(1);
    /// <summary>It has a metric, a unit and a source of data; value 2.</summary>
    public static readonly SmartPart Measurable = new(2);
    /// <summary>Its target is within reach; value 3.</summary>
    public static readonly SmartPart Attainable = new(3);
    /// <summary>It serves a goal; value 4.</summary>
    public static readonly SmartPart Relevant = new(4);
    /// <summary>It has a date; value 5.</summary>
    public static readonly SmartPart TimeBound = new(5);

    private SmartPart(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
