using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>The form of a response curve.</summary>
/// <remarks>Literature: Little (1970), Models and managers: the concept of a decision calculus, for the second.</remarks>
[JsonConverter(typeof(TermJsonConverter<ResponseKind>))]
public sealed class ResponseKind : Term<ResponseKind>
{
    /// <summary>Each further unit adds less; value 1.</summary>
    public static readonly ResponseKind Exponential = new(1);
    /// <summary>A curve through the answers to four questions; value 2.</summary>
    public static readonly ResponseKind Adbudg = new(2);

    private ResponseKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
