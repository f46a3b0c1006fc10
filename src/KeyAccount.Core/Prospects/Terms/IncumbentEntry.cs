using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>A way to enter an account where a competitor has a firm hold.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 puts the case (大客户与竞争对手长期合作，关系稳固) and leaves the answer open.</remarks>
[JsonConverter(typeof(TermJsonConverter<IncumbentEntry>))]
public sealed class IncumbentEntry : Term<IncumbentEntry>
{
    /// <summary>As a second supplier; value 1.</summary>
    public static readonly IncumbentEntry SecondSource = new(1);
    /// <summary>With a new project or product of the customer; value 2.</summary>
    public static readonly IncumbentEntry NewProject = new(2);
    /// <summary>Where the competitor has failed; value 3.</summary>
    public static readonly IncumbentEntry RivalFailure = new(3);
    /// <summary>Through the customer's top management; value 4.</summary>
    public static readonly IncumbentEntry FromTheTop = new(4);
    /// <summary>With another technology; value 5.</summary>
    public static readonly IncumbentEntry TechnologyShift = new(5);
    /// <summary>Keep in touch and wait for the moment; value 6.</summary>
    public static readonly IncumbentEntry Wait = new(6);

    private IncumbentEntry(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
