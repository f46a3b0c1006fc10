using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The kind of industry a customer is in; its description says what such a customer pays attention to.</summary>
/// <remarks>Source: 《开发大客户培训课件》.</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerIndustry>))]
public sealed class CustomerIndustry : OpenTerm<CustomerIndustry>, IOpenTerm<CustomerIndustry>
{
    /// <summary>Manufacturing: cost; value 1.</summary>
    public static readonly CustomerIndustry Manufacturing = new(1);
    /// <summary>Finance: compliance and security; value 2.</summary>
    public static readonly CustomerIndustry Finance = new(2);
    /// <summary>Internet: innovation and speed; value 3.</summary>
    public static readonly CustomerIndustry Internet = new(3);
    /// <summary>Government: stability and process; value 4.</summary>
    public static readonly CustomerIndustry Government = new(4);

    private CustomerIndustry(int value, [CallerMemberName] string name = "") : base(name, value) { }

    static CustomerIndustry IOpenTerm<CustomerIndustry>.Create(string name, int value) => new(value, name);
}
