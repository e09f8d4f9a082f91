// Renders a Helm chart with what Helm renders with: Go's text/template, Sprig and sigs.k8s.io/yaml, here as Debian packages
// them (golang-go, golang-github-masterminds-sprig-dev, golang-k8s-sigs-yaml-dev). It is not Helm: include, toYaml, fromYaml
// and the objects .Values, .Chart, .Release and .Files.Get are written here after Helm's documentation, and the rest of what Helm
// adds (tpl, lookup, .Capabilities, subcharts) is missing: a chart that comes to use it fails here. In one thing it is stricter:
// a value that is not there stops it, instead of being empty.
//
//	render <chart> <release> <namespace> [values.yaml…]   prints a JSON object: template → text
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"sigs.k8s.io/yaml"
)

type object = map[string]interface{}

// files is the directory of the chart, as .Files.
type files string

// Get gives a file's content. Helm follows links too, and packs what they point to.
func (chart files) Get(name string) (string, error) {
	text, err := os.ReadFile(filepath.Join(string(chart), name))
	return string(text), err
}

func main() {
	if len(os.Args) < 4 {
		fail(fmt.Errorf("usage: render <chart> <release> <namespace> [values.yaml…]"))
	}
	rendered, err := render(os.Args[1], os.Args[2], os.Args[3], os.Args[4:])
	if err != nil {
		fail(err)
	}
	json.NewEncoder(os.Stdout).Encode(rendered)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func render(chart, release, namespace string, valueFiles []string) (map[string]string, error) {
	meta, err := readYaml(filepath.Join(chart, "Chart.yaml"))
	if err != nil {
		return nil, err
	}
	values, err := mergedValues(append([]string{filepath.Join(chart, "values.yaml")}, valueFiles...))
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(chart, "templates", "*"))
	if err != nil {
		return nil, err
	}
	root, err := parse(paths)
	if err != nil {
		return nil, err
	}
	rendered := map[string]string{}
	for _, path := range paths {
		name := filepath.Base(path)
		if strings.HasPrefix(name, "_") {
			continue
		}
		var text strings.Builder
		if err := root.ExecuteTemplate(&text, name, context(chart, meta, values, release, namespace)); err != nil {
			return nil, err
		}
		rendered[name] = text.String()
	}
	return rendered, nil
}

// context gives the objects a template begins with, new for each: a template that changed them would change the next one's.
func context(directory string, meta, values object, release, namespace string) object {
	chart := object{}
	for key, value := range meta {
		chart[strings.ToUpper(key[:1])+key[1:]] = value
	}
	copied, err := yaml.Marshal(values)
	if err != nil {
		fail(err)
	}
	return object{
		"Values":  fromYaml(string(copied)),
		"Chart":   chart,
		"Files":   files(directory),
		"Release": object{"Name": release, "Namespace": namespace, "Service": "Helm", "Revision": 1, "IsInstall": true, "IsUpgrade": false},
	}
}

func parse(paths []string) (*template.Template, error) {
	root := template.New("chart").Option("missingkey=error")
	root.Funcs(functions(root))
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if _, err := root.New(filepath.Base(path)).Parse(string(text)); err != nil {
			return nil, err
		}
	}
	return root, nil
}

func functions(root *template.Template) template.FuncMap {
	all := sprig.TxtFuncMap()
	delete(all, "env") // as Helm does: a chart must not read the machine it is rendered on
	delete(all, "expandenv")
	all["include"] = func(name string, data interface{}) (string, error) {
		var text strings.Builder
		err := root.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	all["toYaml"] = func(value interface{}) (string, error) {
		text, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	all["fromYaml"] = fromYaml
	return all
}

func fromYaml(text string) object {
	value := object{}
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		fail(err) // Helm gives {"Error": …}, which a template may overlook
	}
	return value
}

func readYaml(path string) (object, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	value := object{}
	if err := yaml.UnmarshalStrict(text, &value); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return value, nil
}

// mergedValues lays each file over those before it: maps are merged, everything else replaced, null takes a key away.
func mergedValues(paths []string) (object, error) {
	merged := object{}
	for _, path := range paths {
		values, err := readYaml(path)
		if err != nil {
			return nil, err
		}
		lay(merged, values)
	}
	return merged, nil
}

func lay(under, over object) {
	for key, value := range over {
		upper, isMap := value.(object)
		lower, wasMap := under[key].(object)
		switch {
		case value == nil:
			delete(under, key)
		case isMap && wasMap:
			lay(lower, upper)
		default:
			under[key] = value
		}
	}
}
